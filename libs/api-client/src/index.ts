/// <reference lib="dom" />
import createFetchClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.js';
import { stayingSignedIn, type Send } from './stay-signed-in.js';

export type { paths };
/** A named schema of the OpenAPI document: `Dto<'CaseDto'>`. */
export type Dto<Name extends keyof components['schemas']> = components['schemas'][Name];

export interface FieldProblem {
  /** Dotted path of the field, such as `applicant.identityNumber`. */
  field: string;
  code: string;
  detail: string;
}

/** An answer of kind application/problem+json (RFC 9457), or no answer at all. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly detail: string | undefined;
  readonly errors: readonly FieldProblem[];
  readonly traceId: string | undefined;

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    more: Partial<Pick<ProblemError, 'detail' | 'errors' | 'traceId'>> = {},
  ) {
    super(`${code}: ${title}`);
    this.detail = more.detail;
    this.errors = more.errors ?? [];
    this.traceId = more.traceId;
  }
}

/** `status` 0: the server could not be reached. */
export const UNREACHABLE = 'network.unreachable';

export function problemOf(status: number, body: string): ProblemError {
  const told = parsed(body);
  return new ProblemError(
    status,
    told.code ?? `http.${status}`,
    told.title ?? `HTTP ${status}`,
    told,
  );
}

function parsed(body: string): Partial<ProblemError> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/**
 * One Idempotency-Key for one action of the user: the same request sent again before an answer came
 * (a double click, a retry after a broken connection) carries the same key; after an answer, a new one.
 */
class ActionKeys {
  private readonly unanswered = new Map<string, string>();

  keyFor(action: string): string {
    const key = this.unanswered.get(action) ?? newKey();
    this.unanswered.set(action, key);
    return key;
  }

  answered(action: string, status: number): void {
    if (status < 500) this.unanswered.delete(action);
  }
}

/** randomUUID is missing where the page came over plain http from another machine. */
function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Signing in carries a password and changes no case: it needs no key and is not remembered. */
const WITHOUT_KEY = /\/sessions$/;

function idempotency(keys = new ActionKeys()): Middleware {
  const actions = new Map<string, string>();
  return {
    async onRequest({ request, id }) {
      if (request.method !== 'POST' || WITHOUT_KEY.test(request.url)) return;
      const action = `${request.url}\n${await request.clone().text()}`;
      actions.set(id, action);
      request.headers.set('Idempotency-Key', keys.keyFor(action));
    },
    onResponse({ response, id }) {
      const action = actions.get(id);
      if (action !== undefined) keys.answered(action, response.status);
      actions.delete(id);
    },
    onError({ id }) {
      actions.delete(id);
    },
  };
}

const refusals: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw problemOf(response.status, await response.text());
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    return new ProblemError(0, UNREACHABLE, UNREACHABLE, { detail: String(error) });
  },
};

export type YikouClient = Client<paths>;

/**
 * The typed client: cookies of this origin, renewed when they run out, keyed POSTs, every refusal thrown
 * as ProblemError.
 *
 * @param send how a request travels; by default as the browser's own `fetch`
 */
export function createClient(baseUrl = '/', send: Send = (request) => fetch(request)): YikouClient {
  const client = createFetchClient<paths>({
    baseUrl,
    credentials: 'same-origin',
    fetch: stayingSignedIn(baseUrl, send),
  });
  client.use(refusals, idempotency());
  return client;
}

/** The body of an answer; refusals have been thrown before. */
export async function bodyOf<T>(answer: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data } = await answer;
  return data as T;
}

/** The client of the page's own origin. */
export const api = createClient();
