import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../up/settings.mjs';

const HEAD = `# 权限矩阵 / Permission matrix

由 \`npm run openapi\` 从 \`libs/domain/src/identity/permissions.ts\` 生成，请勿手改。每个接口都声明其中一项操作，
没有声明的接口不能启动；矩阵只说“谁可以做”，“在哪些数据上做”由行级安全（RLS）按单位和区划另行限定：
不在范围内的编号一律答 404。

Generated; do not edit. A role may do an action only on the rows of its own unit or area: ids outside answer 404.
`;

/** The published page: action × role, and the endpoints behind each action. */
export async function permissionsText(document) {
  const file = path.join(root, 'libs/domain/dist/index.js');
  const { ACTIONS, permissionOf, ROLES, rolesOf } = await import(pathToFileURL(file).href);
  const endpoints = endpointsOf(JSON.parse(document));
  const header = ['操作', '说明', ...ROLES.map((role) => role.replaceAll('_', ' ').toLowerCase())];
  const rows = ACTIONS.map((action) => {
    const { who, title } = permissionOf(action);
    const allowed = rolesOf(action);
    const marks = ROLES.map((role) => (allowed.includes(role) ? '●' : '·'));
    return [`\`${action}\``, who === 'ANYONE' ? `${title}（无须登录）` : title, ...marks];
  });
  const lists = ACTIONS.map((action) => {
    const all = endpoints.filter((one) => one.action === action);
    return `- \`${action}\`: ${all.map(({ name }) => `\`${name}\``).join(', ') || '—'}`;
  });
  return [HEAD, table(header, rows), '\n## 接口 / Endpoints\n', lists.join('\n'), ''].join('\n');
}

function endpointsOf({ paths }) {
  return Object.entries(paths).flatMap(([address, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${address}`,
      action: operation['x-action'],
    })),
  );
}

const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (header, rows) =>
  [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
