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

/** The name of a button, after which its key may stand. */
export function button(words: string): RegExp {
  return new RegExp(`^${words}(\\s*F\\d+)?$`);
}

/** Asked before anybody has signed in, the server rightly says so. */
const UNKNOWN = /status of 401 .*\/api\/v1\/me$/;

/** A person at a screen of their own. */
export class Person {
  readonly complaints: string[] = [];
  private known = false;

  private constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const text = `${message.text()} ${message.location().url}`;
      if (this.known || !UNKNOWN.test(text)) this.complaints.push(text);
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** Nobody whom the house knows. */
  static async visit(browser: Browser): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'America/Los_Angeles',
      // A click on a dialog that is still growing would land beside its button.
      reducedMotion: 'reduce',
    });
    return new Person(await context.newPage());
  }

  static async signIn(browser: Browser, url: string, loginName: string): Promise<Person> {
    const person = await Person.visit(browser);
    await person.page.goto(`${url}/`);
    await person.page.getByLabel('账号').fill(loginName);
    await person.page.getByLabel('密码').first().fill('yikou-demo');
    await person.page.getByRole('button', { name: button('登录') }).click();
    await person.page.waitForURL(/\/(desk|worklist|cases|overdue)/);
    person.known = true;
    return person;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Presses a key once the button that it stands for may be pressed: until then the key does nothing. */
  async pressFor(key: string, words: string): Promise<void> {
    await this.page
      .getByRole('button', { name: button(words), disabled: false })
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
    await dialog.waitFor({ state: 'hidden' }).catch(async () => {
      throw new Error(`the dialog stays: ${await dialog.innerText()}`);
    });
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
