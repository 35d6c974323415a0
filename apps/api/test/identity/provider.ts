import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';
import { Browser } from '../support/browser.js';

const CLIENT = { id: 'yikou', secret: 'a-secret-of-both' };

/** Where browsers would reach the api behind a proxy; a test sends what comes there to the api's own port. */
export const PUBLIC_URL = 'http://127.0.0.1:1';

/** A provider of sign-ins as others run it, with its own pages for signing in and consenting. */
export class TestProvider {
  private constructor(
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  /** Names that end in `-mfa` have given more than one factor there. */
  static async open(): Promise<TestProvider> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // Here and not above, so that what it says when it is loaded can be kept quiet.
    const { Provider } = await import('oidc-provider');
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [`${PUBLIC_URL}/api/v1/oidc/callback`],
        },
      ],
      pkce: { required: () => true },
      claims: { openid: ['sub', 'amr'] },
      cookies: { keys: ['only-for-tests'] },
      findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    });
    rememberFactors(provider);
    server.on('request', (request, response) => void provider.callback()(request, response));
    return new TestProvider(issuer, server);
  }

  get env(): NodeJS.ProcessEnv {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      YIKOU_PUBLIC_URL: PUBLIC_URL,
    };
  }

  /** Walks through its pages as somebody at a screen. @returns the address that it sends them back to */
  async signIn(address: string, login: string): Promise<URL> {
    return this.walk(address, (form) => {
      if (form.get('prompt') !== 'login') return;
      form.set('login', login);
      form.set('password', 'any');
    });
  }

  /** Goes there and thinks better of it. */
  async turnBack(address: string): Promise<URL> {
    return this.walk(address, () => 'abort');
  }

  private async walk(
    address: string,
    fill: (form: URLSearchParams) => 'abort' | void,
  ): Promise<URL> {
    const browser = new Browser(this.issuer, {});
    let answer = await browser.fetch(address);
    for (let page = 0; page < 12; page++) {
      const location = answer.headers.get('location');
      if (location) {
        const next = new URL(location, this.issuer);
        if (next.origin !== this.issuer) return next;
        answer = await browser.fetch(next.href);
        continue;
      }
      const html = await answer.text();
      const form = new URLSearchParams();
      for (const [, name = '', value = ''] of html.matchAll(
        /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
      )) {
        form.set(name, value);
      }
      const leave = fill(form) && /href="([^"]+\/abort)"/.exec(html)?.[1];
      const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
      if (!action) throw new Error(`no form on ${answer.url}: ${html.slice(0, 500)}`);
      answer = leave
        ? await browser.fetch(new URL(leave, this.issuer).href)
        : await browser.fetch(new URL(action, this.issuer).href, { method: 'POST', body: form });
    }
    throw new Error('the provider leads round in circles');
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

/** Its pages ask for a password alone; what they would note of a second factor is put in here. */
function rememberFactors({ Session }: Provider): void {
  const session = Session.prototype as { loginAccount(details: LoginDetails): void };
  const usual = session.loginAccount;
  session.loginAccount = function (details) {
    const amr = details.accountId.endsWith('-mfa') ? { amr: ['pwd', 'mfa'] } : {};
    usual.call(this, { ...details, ...amr });
  };
}

interface LoginDetails {
  accountId: string;
  amr?: string[];
}
