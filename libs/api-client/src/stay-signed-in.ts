/// <reference lib="dom" />

export type Send = (request: Request) => Promise<Response>;

const REFRESH = '/api/v1/sessions/refresh';
/** Held by the one tab that renews. */
const LOCK = 'yikou.refresh';
/** When the session was last renewed in this browser; absent while nobody is signed in. */
const RENEWED_AT = 'yikou.renewed-at';
/** Until the tab that renews has its answer. */
const OTHER_TAB_MS = 400;

/**
 * Sends requests; one that comes back because the access token has run out is sent again after the
 * session has been renewed, once and by one tab for all.
 *
 * @param baseUrl where the api is, as the client was given it
 */
export function stayingSignedIn(baseUrl: string, send: Send): Send {
  const renewal = new Renewal(new URL(REFRESH, absolute(baseUrl)).href, send);
  return async (request) => {
    const again = request.clone();
    const sentAt = Date.now();
    const response = await send(request);
    if (response.ok) renewal.noticeSignedIn(request);
    if (response.status !== 401) return response;
    if ((await codeOf(response)) !== 'identity.sign_in_required') return response;
    return (await renewal.since(sentAt)) ? send(again) : response;
  };
}

class Renewal {
  private running: Promise<boolean> | undefined;
  private renewedHereAt = 0;

  constructor(
    private readonly url: string,
    private readonly send: Send,
  ) {}

  /** An answer that only somebody who is signed in gets: from now on it is worth renewing. */
  noticeSignedIn({ url, method }: Request): void {
    if (/\/sessions$/.test(url) && method === 'POST') memory.set(String(Date.now()));
    else if (/\/me$/.test(url) && memory.get() === null) memory.set('0');
    else if (/\/sessions\/current$/.test(url) && method === 'DELETE') memory.clear();
  }

  /** @returns whether the session is newer than `sentAt`: renewed here, or by another tab meanwhile */
  async since(sentAt: number): Promise<boolean> {
    if (this.renewedHereAt >= sentAt) return true;
    this.running ??= this.alone(() => this.renew(sentAt)).finally(() => (this.running = undefined));
    return this.running;
  }

  /** Browsers know the lock only where the page came by https or from this machine. */
  private async alone(work: () => Promise<boolean>): Promise<boolean> {
    const locks = globalThis.navigator?.locks as LockManager | undefined;
    return locks ? await locks.request(LOCK, work) : work();
  }

  private async renew(sentAt: number): Promise<boolean> {
    const renewedAt = memory.get();
    if (renewedAt === null) return false;
    if (Number(renewedAt) >= sentAt) return true;
    const response = await this.send(
      new Request(this.url, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
    );
    if (response.ok) {
      this.renewedHereAt = Date.now();
      memory.set(String(Date.now()));
      return true;
    }
    if ((await codeOf(response)) === 'identity.refresh_in_progress') {
      await new Promise((resolve) => setTimeout(resolve, OTHER_TAB_MS));
      return true;
    }
    if (response.status === 401) memory.clear();
    return false;
  }
}

/** Seen by all tabs. Where storage is switched off nothing is remembered and every try is worth it. */
const memory = {
  get: (): string | null => {
    const stored = storage();
    return stored ? stored.getItem(RENEWED_AT) : '0';
  },
  set: (value: string): void => storage()?.setItem(RENEWED_AT, value),
  clear: (): void => storage()?.removeItem(RENEWED_AT),
};

function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

function absolute(baseUrl: string): string {
  const page = (globalThis as { location?: Location }).location?.href;
  return page ? new URL(baseUrl, page).href : new URL(baseUrl, 'http://localhost').href;
}

/** The stable code of a refusal; the response can still be read afterwards. */
async function codeOf(response: Response): Promise<string | undefined> {
  try {
    const problem = (await response.clone().json()) as { code?: string };
    return problem.code;
  } catch {
    return undefined;
  }
}
