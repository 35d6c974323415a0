import { api, ProblemError, UNREACHABLE } from '@yikou/api-client';

export interface VerifyProgress {
  chains: number;
  entries: number;
}

export interface AuditFault {
  /** null: the fault is in the anchor file, and `seq` the number of its line. */
  chain: string | null;
  id: string;
  seq: number;
  kind: string;
  expected: string;
  found: string;
  /** The last entry that an anchor proves untouched, or 0. */
  provenTo: number;
}

export interface AuditReport extends VerifyProgress {
  ok: boolean;
  anchors: number;
  faults: AuditFault[];
}

interface Line {
  progress?: VerifyProgress;
  report?: AuditReport;
}

/**
 * Has all chains verified, which takes as long as there are entries; lines of JSON tell how far it is.
 *
 * @param signal ends the work on the server as well
 */
export async function verifyAudit(
  onProgress: (done: VerifyProgress) => void,
  signal: AbortSignal,
): Promise<AuditReport> {
  const answer = await api.GET('/api/v1/audit/verification', { parseAs: 'stream', signal });
  for await (const line of linesOf(answer.data)) {
    if (line.progress) onProgress(line.progress);
    if (line.report) return line.report;
  }
  // The last line is missing: the connection broke, and nothing is proven.
  throw new ProblemError(0, UNREACHABLE, UNREACHABLE);
}

async function* linesOf(body: ReadableStream<Uint8Array> | null | undefined): AsyncGenerator<Line> {
  if (!body) return;
  const reader = body
    .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    const lines = `${rest}${value ?? ''}`.split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines) if (line.trim()) yield JSON.parse(line) as Line;
    if (done) return;
  }
}
