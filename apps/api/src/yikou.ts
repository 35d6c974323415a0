import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { readSettings } from '@yikou/platform';
import { AppModule } from './app.module.js';
import { firstAccount } from './commands/account.command.js';
import { verifyArchives } from './commands/archive.command.js';
import { anchorChains, exportChains, verifyChains } from './commands/audit.command.js';
import { addKey, createKeys, rotateKeys } from './commands/keys.command.js';
import { Terminal } from './commands/terminal.js';

const USAGE = `用法：yikou <命令>
  keys create                               新建密钥文件（YIKOU_KEY_FILE）
  keys add                                  增加一把新的数据密钥并设为当前
  keys rotate                               用当前密钥重新加密全部个人信息（可中断、可续）
  audit verify                              校验全部审计链，指出第一处断裂
  audit export --from <时刻> --until <时刻> [--format csv|jsonl]
  audit anchor                              立即记录库外锚点
  archives verify                           校验全部档案包，指出被改动的
  account first --login <账号> --name <姓名> --unit <单位编码>
                                            正式环境的第一个安全管理员`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    until: { type: 'string' },
    format: { type: 'string', default: 'jsonl' },
    login: { type: 'string' },
    name: { type: 'string' },
    unit: { type: 'string' },
  },
});
const terminal = new Terminal();
const settings = readSettings();

/** Runs with the services' own rights, and leaves no connection open. */
async function inside(work: (app: INestApplicationContext) => Promise<unknown>): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.with(settings), {
    logger: ['error'],
  });
  try {
    if ((await work(app)) === false) process.exitCode = 2;
  } finally {
    await app.close();
  }
}

function span() {
  const [from, until] = [new Date(values.from ?? ''), new Date(values.until ?? '')];
  const format = values.format === 'csv' ? ('csv' as const) : ('jsonl' as const);
  if (Number.isNaN(from.getTime()) || Number.isNaN(until.getTime())) throw new Error(USAGE);
  return { from, until, format };
}

const COMMANDS: Record<string, () => Promise<void>> = {
  'keys create': () => createKeys(settings, terminal),
  'keys add': () => addKey(settings, terminal),
  'keys rotate': () => inside((app) => rotateKeys(app, terminal)),
  'audit verify': () => inside((app) => verifyChains(app, terminal)),
  'audit export': () => inside((app) => exportChains(app, span(), terminal)),
  'audit anchor': () => inside((app) => anchorChains(app, terminal)),
  'archives verify': () => inside((app) => verifyArchives(app, terminal)),
  'account first': () => firstAccount(settings, values, terminal),
};

try {
  const command = COMMANDS[positionals.join(' ')];
  if (!command) throw new Error(USAGE);
  await command();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
