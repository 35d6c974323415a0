import { chromium, type Browser, type Page } from 'playwright-core';

/** Without the networking flags Chromium looks for hosts that a closed network does not have. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.YIKOU_TEST_CHROMIUM;
  if (!executablePath)
    throw new Error('YIKOU_TEST_CHROMIUM is not set: run the tests with npm test');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** antd sets a space between the two characters of a short button; a hint key may follow. */
export function button(words: string): RegExp {
  return new RegExp(`^${[...words].join('\\s*')}(\\s*F\\d+)?$`);
}

/** A person at a screen of their own. */
export class Person {
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async signIn(browser: Browser, url: string, loginName: string): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'America/Los_Angeles',
    });
    const person = new Person(await context.newPage());
    await person.page.goto(`${url}/`);
    await person.page.getByLabel('账号').fill(loginName);
    await person.page.getByLabel('密码').first().fill('yikou-demo');
    await person.page.getByRole('button', { name: button('登录') }).click();
    await person.page.waitForURL(/\/(desk|worklist|cases|overdue)/);
    // Asked before anybody had signed in, the server rightly said so.
    person.complaints.length = 0;
    return person;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Presses a key once the button that it stands for is there. */
  async pressFor(key: string, words: string): Promise<void> {
    await this.page
      .getByRole('button', { name: button(words) })
      .first()
      .waitFor();
    await this.press(key);
  }

  async click(words: string): Promise<void> {
    await this.page
      .getByRole('button', { name: button(words) })
      .first()
      .click();
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor();
  }

  /** In the dialog of a verb: fills its fields and confirms. */
  async confirm(words: string, fields: Record<string, string> = {}): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text);
    await dialog.getByRole('button', { name: button(words) }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
