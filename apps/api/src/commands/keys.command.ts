import type { INestApplicationContext } from '@nestjs/common';
import {
  addDataKey,
  BlindIndex,
  FieldCipher,
  readKeyring,
  reseal,
  Transactions,
  type Settings,
} from '@yikou/platform';
import { SEALED_TABLES } from '../sealed-tables.js';
import type { Terminal } from './terminal.js';

/** The name under which personal data is sealed anew. */
const KEYS = 'keys';

/** `yikou keys create`: the key file of a new installation. */
export async function createKeys({ keyFile }: Settings, terminal: Terminal): Promise<void> {
  const { current } = await readKeyring(keyFile, { mayCreate: true });
  terminal.say(`${keyFile}：当前密钥 ${current}。请另行备份此文件，丢失后个人信息无法恢复。`);
}

/** `yikou keys add`: a new current key; every process is to be started anew before `rotate`. */
export async function addKey({ keyFile }: Settings, terminal: Terminal): Promise<void> {
  const { current } = await addDataKey(keyFile);
  terminal.say(`新密钥 ${current} 已写入 ${keyFile}。请重启全部服务，再运行 yikou keys rotate。`);
}

/** `yikou keys rotate`: seals all that an earlier key sealed; it goes on where it was interrupted. */
export async function rotateKeys(app: INestApplicationContext, terminal: Terminal): Promise<void> {
  const transactions = app.get(Transactions);
  const keys = { cipher: app.get(FieldCipher), index: app.get(BlindIndex) };
  for (const table of SEALED_TABLES) {
    const sealed = await reseal((work) => transactions.as(KEYS, work), keys, table, {
      signal: terminal.signal,
      onProgress: (done) =>
        terminal.progress(`${done.table}：已检查 ${done.seen} 行，重新加密 ${done.sealed} 行`),
    });
    terminal.say(`${table.table}：完成，重新加密 ${sealed} 行。`);
  }
}
