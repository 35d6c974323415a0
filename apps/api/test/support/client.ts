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

/** A person at a terminal: real HTTP with their token. */
export class Client {
  private constructor(
    readonly url: string,
    readonly token: string,
    readonly account: Dto<'AccountDto'>,
    readonly expiresAt: Date,
  ) {}

  static async signIn(url: string, loginName: string, password: string): Promise<Client> {
    const answer = await fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ loginName, password }),
    });
    if (answer.status !== 201) throw new Error(`${loginName}: ${await answer.text()}`);
    const session = (await answer.json()) as Dto<'SessionDto'>;
    return new Client(url, session.token, session.account, new Date(session.expiresAt));
  }

  /** Sends as is and answers whatever comes. */
  async send<T = unknown>(
    method: string,
    path: string,
    init: RequestInit = {},
  ): Promise<Answer<T>> {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      ...init,
      headers: { authorization: `Bearer ${this.token}`, ...init.headers },
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
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
