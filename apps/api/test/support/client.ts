import type { Dto } from '@yikou/api-client';

export type { Dto };

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

export interface Problem {
  code: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { field: string; code: string; detail: string }[];
  traceId: string;
}

export interface SignInOptions {
  /** The code of the second factor. */
  code?: string;
}

/** What a client does for a new token, and when it is needed. */
export interface Renewal {
  isDue(client: Client): boolean;
  signIn(): Promise<Dto<'SessionDto'>>;
}

/** A person at a terminal: real HTTP with their token. */
export class Client {
  /** Set for people who sign in again by themselves when the clock of the test has moved. */
  renewal: Renewal | undefined;

  private constructor(
    readonly url: string,
    private session: Dto<'SessionDto'>,
  ) {}

  /** Signs in once; when the token has run out, it has run out. */
  static async signIn(
    url: string,
    loginName: string,
    password: string,
    options: SignInOptions = {},
  ): Promise<Client> {
    return new Client(url, await Client.session(url, { loginName, password, ...options }));
  }

  /** @throws Error with the answer when it is not a success */
  static async session(
    url: string,
    body: { loginName: string; password: string } & SignInOptions,
  ): Promise<Dto<'SessionDto'>> {
    const answer = await fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(`${body.loginName}: ${await answer.text()}`);
    return (await answer.json()) as Dto<'SessionDto'>;
  }

  get token(): string {
    return this.session.token ?? '';
  }

  get refreshToken(): string {
    return this.session.refreshToken ?? '';
  }

  get account(): Dto<'AccountDto'> {
    return this.session.account;
  }

  get expiresAt(): Date {
    return new Date(this.session.expiresAt);
  }

  /** What is known of the person changed, such as their second factor. */
  async lookAgain(): Promise<this> {
    this.session = { ...this.session, account: await this.get('/api/v1/me') };
    return this;
  }

  async renewIfDue(): Promise<void> {
    if (this.renewal?.isDue(this)) this.session = await this.renewal.signIn();
  }

  /** Sends as is and answers whatever comes. */
  async send<T = unknown>(
    method: string,
    path: string,
    init: RequestInit = {},
  ): Promise<Answer<T>> {
    await this.renewIfDue();
    const answer = await fetch(`${this.url}${path}`, {
      method,
      ...init,
      headers: { authorization: `Bearer ${this.token}`, ...init.headers },
    });
    const text = await answer.text();
    const json = /[/+]json\b/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      body: (json ? JSON.parse(text) : text) as T,
      headers: answer.headers,
    };
  }

  post<T = unknown>(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.send<T>('POST', path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  /** @throws Error with the answer when it is not a success */
  async get<T>(path: string): Promise<T> {
    return expectSuccess(await this.send<T>('GET', path), path);
  }

  async do<T = Dto<'CaseDto'>>(path: string, body: unknown): Promise<T> {
    return expectSuccess(await this.post<T>(path, body), path);
  }

  /** A verb on a case, with the version that the case was seen in. */
  perform(
    kase: Pick<Dto<'CaseDto'>, 'id' | 'version'>,
    verb: string,
    body: Record<string, unknown> = {},
  ): Promise<Dto<'CaseDto'>> {
    return this.do(`/api/v1/cases/${kase.id}/${verb}`, { version: kase.version, ...body });
  }

  /** The same where a refusal is expected. */
  async refused(
    kase: Pick<Dto<'CaseDto'>, 'id' | 'version'>,
    verb: string,
    body: Record<string, unknown> = {},
  ): Promise<Problem> {
    const path = `/api/v1/cases/${kase.id}/${verb}`;
    const answer = await this.post<Problem>(path, { version: kase.version, ...body });
    if (answer.status < 400) throw new Error(`${path} was not refused`);
    return answer.body;
  }

  upload(path: string, name: string, content: Uint8Array): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)]), name);
    return this.send('POST', path, { body: form });
  }
}

function expectSuccess<T>(answer: Answer<T>, path: string): T {
  if (answer.status < 300) return answer.body;
  throw new Error(`${path} → ${answer.status} ${JSON.stringify(answer.body)}`);
}
