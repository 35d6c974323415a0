import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

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

/** A browser as people have it: the one of the tests does not give a name that anybody would know. */
const USER_AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36';

export const DEMO_PASSWORD = 'yikou-demo';

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
      userAgent: USER_AGENT,
      // A click on a dialog that is still growing would land beside its button.
      reducedMotion: 'reduce',
    });
    return new Person(await context.newPage());
  }

  static async signIn(browser: Browser, url: string, loginName: string): Promise<Person> {
    const person = await Person.visit(browser);
    await person.giveName(url, loginName);
    await person.page.waitForURL(/\/(desk|worklist|cases|overdue)/);
    return person;
  }

  /** Fills in the page for signing in; what comes then is another page, or a question. */
  async giveName(url: string, loginName: string, password = DEMO_PASSWORD): Promise<void> {
    this.known = false;
    await this.page.goto(`${url}/`);
    await this.page.getByLabel('账号').fill(loginName);
    await this.page.getByLabel('密码').first().fill(password);
    await this.click('登录');
    this.known = true;
  }

  /** Waits for a refusal that was asked for, and takes it off the list of complaints. */
  async wasRefused(status: number): Promise<void> {
    const wanted = new RegExp(`status of ${status} `);
    const place = () => this.complaints.findIndex((one) => wanted.test(one));
    if (place() < 0) {
      await this.page.waitForEvent('console', (message) => wanted.test(message.text()));
    }
    this.complaints.splice(place(), 1);
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

  /** Closes a window by Escape: pressed again where the first fell on another that was still going. */
  async closes(window: Locator): Promise<void> {
    const isGone = (timeout: number) =>
      window.waitFor({ state: 'hidden', timeout }).then(
        () => true,
        () => false,
      );
    for (let time = 0; time < 10; time++) {
      await this.press('Escape');
      if (await isGone(3000)) return;
    }
    throw new Error('the window stays');
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
