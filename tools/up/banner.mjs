const COLUMNS = [
  ['loginName', '账号 account'],
  ['password', '密码 password'],
  ['displayName', '姓名 name'],
  ['role', '角色 role'],
  ['unit', '单位 unit'],
];

export function printBanner(port, accounts) {
  const address = `http://localhost:${port}`;
  console.log(`\n  一口 Yikou 已启动 / is running`);
  console.log(`    打开网址 open           ${address}`);
  console.log(`    接口文档 API document   ${address}/api/docs`);
  if (accounts.length) {
    console.log(`\n  演示账号 demo accounts\n${table(accounts)}`);
  }
  console.log(`\n  按 Ctrl-C 停止 / Ctrl-C stops everything\n`);
}

export function table(accounts) {
  const rows = [
    COLUMNS.map(([, title]) => title),
    ...accounts.map((account) => COLUMNS.map(([key]) => String(account[key] ?? ''))),
  ];
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map((row) => width(row[i]))));
  const lines = rows.map((row) => row.map((cell, i) => pad(cell, widths[i])).join('  '));
  const rule = widths.map((size) => '─'.repeat(size)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].map((line) => `    ${line.trimEnd()}`).join('\n');
}

const pad = (text, size) => text + ' '.repeat(size - width(text));

/** A Chinese character takes two columns of a terminal. */
const width = (text) =>
  [...text].reduce((sum, sign) => sum + (/[\u1100-\u115f\u2e80-\uffef]/u.test(sign) ? 2 : 1), 0);
