import { randomUUID } from 'node:crypto';
import type { Operation } from './operations.js';
import type { Subject } from './places.js';

/** A version that no case has: the verb is understood, seen to be allowed, and changes nothing. */
const STALE = { version: 999_999 };
const NOTICE = { missing: [{ name: '居民户口簿', howToGet: '到派出所补办' }] };

/** What the endpoints about a subject are sent, so that only who asks and for what decides the answer. */
const BODIES: Record<string, object> = {
  transferCase: STALE,
  claimCase: STALE,
  completeCase: { ...STALE, opinion: '属实。' },
  suspendCase: { ...STALE, procedureKind: 'PUBLICITY', reason: '公示。' },
  resumeCase: STALE,
  uploadCase: STALE,
  decideCase: { ...STALE, outcome: 'APPROVED', opinion: '同意。' },
  issueCase: STALE,
  deliverCase: { ...STALE, method: 'WINDOW', receiver: '赵明远', proof: '签字' },
  withdrawCase: { ...STALE, reason: '申请人撤回。' },
  terminateCase: { ...STALE, reason: '无法联系申请人。' },
  archiveCase: STALE,
  requestSupplementCase: { ...STALE, ...NOTICE },
  supplementCase: { ...STALE, receivedMaterials: [] },
  acceptCase: STALE,
  refuseCase: { ...STALE, reason: '不属于本机关职权。', remedy: '可申请行政复议。' },
  reassignCase: { ...STALE, accountId: randomUUID() },
  askHelpCase: { ...STALE, accountId: randomUUID(), question: '材料是否齐全？' },
  returnToCounterCase: { ...STALE, reason: '收件有误。' },
  recuseCase: { ...STALE, reason: '与申请人有利害关系。' },
  giveHelpCase: { ...STALE, opinion: '齐全。' },
  extendCase: { ...STALE, days: 1, reason: '需要专家评审。', notice: '已电话告知申请人。' },
  correctCase: { reason: '证照姓名有误。', receivedMaterials: [] },
  nameFollower: { accountId: randomUUID() },
  tellProgress: { text: '已转社会事务办核查。' },
  handOverResult: { ...STALE, method: 'WINDOW', receiver: '赵明远', signedOnPaper: true },
  sendResult: { method: 'POST', carrier: '邮政', trackingNumber: 'EX123456789CN' },
  settleDelivery: { ...STALE, outcome: 'RETURNED', reason: '无人签收。' },
  remindApplicant: { way: 'TELEPHONE' },
  unmaskApplicant: { reason: '核对联系电话' },
  receiveMaterial: { received: true },
  issuePaper: { kind: 'RECEIPT' },
  takeOriginals: { positions: [99] },
  handOverOriginals: { originalIds: [randomUUID()], toUnitId: randomUUID(), purpose: '核验' },
  giveBackOriginals: { originalIds: [randomUUID()] },
  archiveOriginals: { originalIds: [randomUUID()] },
  changeAccount: { version: 999_999, displayName: '某某' },
  grantRole: { role: 'GUIDE' },
  settleEntry: { as: 'DROPPED' },
  linkIdentity: { issuer: 'https://id.example', subject: 'matrix' },
};

const UPLOADS = ['attachFile', 'attachLetter', 'submitList', 'importDrafts', 'returnDraftSheet'];

/** Endpoints whose address names a case, a deadline or an account: outside the scope they answer 404. */
export const isAboutSubject = ({ path }: Operation): boolean =>
  /\/(cases|deadlines|accounts)\/\{id\}/.test(path);

export interface Prepared {
  address: string;
  init: RequestInit;
}

/** The request of an operation for a subject. */
export function prepared(operation: Operation, subject: Subject): Prepared {
  const { id, method, path } = operation;
  const of = (kind: keyof Subject) => path.replace('{id}', subject[kind]);
  const named = path.includes('/deadlines/')
    ? of('deadline')
    : path.includes('/accounts/')
      ? of('account')
      : path.includes('/cases/')
        ? of('case')
        : path.replace('{id}', randomUUID());
  const address = named
    .replace('{fileId}', subject.file)
    .replace('{position}', '0')
    .replace('{code}', 'EQ-T-05-001')
    .replaceAll(/\{\w+\}/g, randomUUID());
  if (UPLOADS.includes(id)) return { address, init: upload() };
  if (method === 'GET' || method === 'DELETE')
    return { address: address + query(id), init: { method } };
  const headers = { 'content-type': 'application/json' };
  return { address, init: { method, headers, body: JSON.stringify(BODIES[id] ?? {}) } };
}

function query(id: string): string {
  if (id === 'exportAudit')
    return '?from=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z&format=csv';
  return '';
}

function upload(): RequestInit {
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF']), 'a.pdf');
  return { method: 'POST', body: form };
}

/** What an answer says about the right to ask, whatever else it says. */
export type Verdict = 'NO_SESSION' | 'NO_RIGHT' | 'NOT_SEEN' | 'MAY';

const NOT_SEEN = [
  'case.unknown',
  'deadline.unknown',
  'identity.account_unknown',
  'intake.file_unknown',
];

export function verdictOf(status: number, body: unknown): Verdict {
  const code = (body as { code?: string } | null)?.code ?? '';
  if (status === 401 && code === 'identity.sign_in_required') return 'NO_SESSION';
  if (status === 403 && code === 'identity.not_allowed') return 'NO_RIGHT';
  if (status === 404 && NOT_SEEN.includes(code)) return 'NOT_SEEN';
  return 'MAY';
}
