import type { DataSource } from 'typeorm';
import {
  BlindIndex,
  FieldCipher,
  readKeyring,
  reseal,
  type InTransaction,
  type Settings,
} from '@yikou/platform';
import { SEALED_TABLES } from './sealed-tables.js';

/**
 * Seals what an earlier version wrote in clear, with the owner's rights, before any service starts.
 *
 * @throws Error without a key file in production
 */
export async function sealWhatIsClear(owner: DataSource, settings: Settings): Promise<void> {
  const keyring = await readKeyring(settings.keyFile, { mayCreate: !settings.production });
  const keys = { cipher: new FieldCipher(keyring), index: new BlindIndex(keyring) };
  const run: InTransaction = (work) => owner.transaction((tx) => work(tx));
  for (const table of SEALED_TABLES) await reseal(run, keys, table);
}
