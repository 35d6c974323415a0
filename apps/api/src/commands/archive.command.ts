import type { INestApplicationContext } from '@nestjs/common';
import { VerifyArchive } from '../archives/index.js';
import type { Terminal } from './terminal.js';

/** `yikou archives verify`. @returns whether every package is as it was made */
export async function verifyArchives(
  app: INestApplicationContext,
  terminal: Terminal,
): Promise<boolean> {
  let changed = 0;
  const checked = await app.get(VerifyArchive).all((id, faults) => {
    changed += 1;
    for (const { path, kind } of faults) terminal.say(`${id} ${path} ${kind}`.replace('  ', ' '));
  });
  terminal.say(
    `${changed === 0 ? '完好' : '已被改动'}：校验档案包 ${checked} 份，被改动 ${changed} 份。`,
  );
  return changed === 0;
}
