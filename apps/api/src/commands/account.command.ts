import type { Settings } from '@yikou/platform';
import { createFirstSecurityAdministrator } from '../identity/index.js';
import { migrator } from '../migrations.js';
import type { Terminal } from './terminal.js';

/**
 * `yikou account first`: whoever makes all other accounts. It needs the owner's address, because before
 * this account nobody may make one.
 */
export async function firstAccount(
  settings: Settings,
  { login, name, unit }: { login?: string; name?: string; unit?: string },
  terminal: Terminal,
): Promise<void> {
  if (!login || !name || !unit) throw new Error('请填写 --login、--name 和 --unit。');
  const owner = await migrator(settings).initialize();
  try {
    const first = { loginName: login, displayName: name, unitCode: unit };
    const password = await createFirstSecurityAdministrator(owner, first);
    terminal.say(
      `安全管理员 ${login} 已建立，一次性密码：${password}。首次登录须修改并绑定双因素验证。`,
    );
  } finally {
    await owner.destroy();
  }
}
