import type { Person } from './desk.js';

/** An applicant comes to the counter: found, filled in and registered with the keyboard. */
export async function takeRequest(
  clerk: Person,
  url: string,
  initials: string,
  itemName: string,
): Promise<string> {
  const { page } = clerk;
  await page.goto(`${url}/desk`);
  await clerk.press('F2');
  await page.getByRole('combobox', { name: '查找事项' }).fill(initials);
  await page.getByRole('option', { name: itemName }).first().waitFor();
  await clerk.press('Enter');
  await page.getByLabel('姓名').fill('赵明远');
  await page.getByLabel('身份证号码').fill('11010519491231002X');
  await page.getByLabel('联系电话').fill('13800138000');
  await clerk.click('全部收齐');
  await clerk.press('F8');
  const number = page.getByText(/^410103\d{16}$/).first();
  await number.waitFor();
  return (await number.textContent())?.trim() ?? '';
}

/** Opens a case by its number from the search box of the top bar. */
export async function openCase(person: Person, url: string, number: string): Promise<void> {
  await person.page.goto(`${url}/cases`);
  await person.page.getByText(number).first().click();
  await person.page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
}
