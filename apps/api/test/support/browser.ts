import type { Answer } from './client.js';

interface Cookie {
  value: string;
  path: string;
  attributes: string;
}

/** As a browser asks: cookies of its own, sent where they belong, and what it says of the page that asks. */
export class Browser {
  readonly cookies = new Map<string, Cookie>();

  constructor(
    readonly url: string,
    private readonly headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
  ) {}

  /** The same browser, on another page. */
  on(headers: Record<string, string>): Browser {
    const page = new Browser(this.url, headers);
    for (const [name, cookie] of this.cookies) page.cookies.set(name, cookie);
    return page;
  }

  async send<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const answer = await this.fetch(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
    return {
      status: answer.status,
      body: (json ? JSON.parse(text) : text) as T,
      headers: answer.headers,
    };
  }

  /** Follows no redirection: where it leads is what a test wants to know. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const address = new URL(path, this.url);
    const cookie = this.cookieFor(address.pathname);
    const answer = await fetch(address, {
      redirect: 'manual',
      ...init,
      headers: { ...this.headers, ...(cookie ? { cookie } : {}), ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) this.take(line);
    return answer;
  }

  signIn<T>(loginName: string, password = 'yikou-demo', code?: string): Promise<Answer<T>> {
    const body = { loginName, password, ...(code ? { code } : {}) };
    return this.send<T>('POST', '/api/v1/sessions', body);
  }

  private take(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const value = pair.slice(at + 1);
    const path = attributes.find((one) => one.startsWith('Path='))?.slice(5) ?? '/';
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, { value, path, attributes: attributes.join('; ') });
  }

  private cookieFor(pathname: string): string {
    const fits = ({ path }: Cookie) =>
      path === '/' || pathname === path || pathname.startsWith(`${path}/`);
    return [...this.cookies]
      .filter(([, cookie]) => fits(cookie))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }
}
