import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchable } from '../up/launchable.mjs';
import { Refusal } from '../up/refusal.mjs';
import { root } from '../up/settings.mjs';
import { prepareWorkspace } from '../up/workspace.mjs';
import { permissionsText } from './permissions.mjs';
import { buildApi, documentText, formatted, schemaText } from './texts.mjs';

/**
 * apps/api sources → metadata.ts → openapi.json → the client's schema.ts and the page of the permission
 * matrix. With --check nothing is
 * written: what stands in the tree is compared with what would be.
 */
const FILES = {
  metadata: path.join(root, 'apps/api/src/metadata.ts'),
  document: path.join(root, 'libs/api-client/openapi.json'),
  schema: path.join(root, 'libs/api-client/src/schema.ts'),
  permissions: path.join(root, 'docs/permissions.md'),
};
const check = process.argv.includes('--check');

await launchable(async (shutdown) => {
  await prepareWorkspace(shutdown, { build: false });
  const { metadataText } = await import('./metadata.mjs');
  const stale = [];
  const settle = async (name, text) => {
    const wanted = await formatted(FILES[name], text);
    if (read(FILES[name]) === wanted) return;
    stale.push(path.relative(root, FILES[name]));
    if (!check) writeFileSync(FILES[name], wanted);
  };
  await settle('metadata', metadataText());
  if (check && stale.length) throw outdated(stale);
  await buildApi(shutdown);
  const dir = mkdtempSync(path.join(os.tmpdir(), 'yikou-openapi-'));
  try {
    const document = await documentText(path.join(dir, 'openapi.json'), shutdown);
    await settle('document', document);
    await settle('schema', await schemaText(document));
    await settle('permissions', await permissionsText(document));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  if (check && stale.length) throw outdated(stale);
  console.log(
    stale.length
      ? `written: ${stale.join(', ')}`
      : 'OpenAPI document, client and permission matrix agree',
  );
});

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function outdated(files) {
  return new Refusal(
    `${files.join('、')} 已过期，请运行 npm run openapi`,
    `${files.join(', ')} is out of date, run npm run openapi`,
  );
}
