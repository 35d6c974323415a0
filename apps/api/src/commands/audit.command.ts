import type { INestApplicationContext } from '@nestjs/common';
import { exportAudit, Transactions, type ExportOptions } from '@yikou/platform';
import { AnchorAudit, VerifyChains } from '../audit/index.js';
import type { Terminal } from './terminal.js';

/** The name under which the machinery reads all chains. */
const AUDIT = 'audit';

/** `yikou audit verify`. @returns whether everything was found as it was written */
export async function verifyChains(
  app: INestApplicationContext,
  terminal: Terminal,
): Promise<boolean> {
  const report = await app.get(VerifyChains).run(({ chains, entries }) => {
    terminal.progress(`已校验 ${chains} 条链、${entries} 条记录`);
  }, terminal.signal);
  for (const { id, kind, expected, found, provenTo } of report.faults) {
    terminal.say(`${id} ${kind}：应为 ${expected}，实为 ${found}；锚点可证明至第 ${provenTo} 条`);
  }
  const { chains, entries, anchors, ok } = report;
  terminal.say(
    `${ok ? '完好' : '已被改动'}：${chains} 条链、${entries} 条记录，比对锚点 ${anchors} 处。`,
  );
  return ok;
}

/** `yikou audit export`: all chains of a span, to standard output. */
export async function exportChains(
  app: INestApplicationContext,
  options: Pick<ExportOptions, 'from' | 'until' | 'format'>,
  terminal: Terminal,
): Promise<void> {
  const transactions = app.get(Transactions);
  const pieces = exportAudit(
    (sql, params) => transactions.readAs(AUDIT, (tx) => tx.query(sql, params)),
    { ...options, signal: terminal.signal },
  );
  for await (const piece of pieces) terminal.write(piece);
}

/** `yikou audit anchor`: writes the heads of all chains outside the database now. */
export async function anchorChains(
  app: INestApplicationContext,
  terminal: Terminal,
): Promise<void> {
  await app.get(AnchorAudit).run();
  terminal.say('已记录全部审计链的锚点。');
}
