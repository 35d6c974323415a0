import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Where the services find the database: the owner's address with a role of their own, which migrating
 * makes. One role a database, so that two of them on one server do not take each other's password.
 */
export function appUrl(ownerUrl, dataDir) {
  const url = new URL(ownerUrl);
  url.username = `${decodeURIComponent(url.pathname.slice(1))}_services`;
  url.password = passwordIn(path.join(dataDir, 'services-password'));
  return url.toString();
}

function passwordIn(file) {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
