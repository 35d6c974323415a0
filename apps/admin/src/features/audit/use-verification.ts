import { useEffect, useRef, useState } from 'react';
import { verifyAudit, type AuditReport, type VerifyProgress } from './api/verification';

export type Verification =
  | { phase: 'IDLE' | 'CANCELLED' }
  | { phase: 'RUNNING'; progress: VerifyProgress }
  | { phase: 'FAILED'; error: unknown }
  | { phase: 'DONE'; report: AuditReport; at: string };

/** One verification at a time; leaving the page ends it. */
export function useVerification() {
  const [state, setState] = useState<Verification>({ phase: 'IDLE' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (): Promise<void> => {
    const leaving = new AbortController();
    running.current = leaving;
    setState({ phase: 'RUNNING', progress: { chains: 0, entries: 0 } });
    const progress = (done: VerifyProgress) => setState({ phase: 'RUNNING', progress: done });
    try {
      const report = await verifyAudit(progress, leaving.signal);
      setState({ phase: 'DONE', report, at: new Date().toISOString() });
    } catch (error) {
      setState(leaving.signal.aborted ? { phase: 'CANCELLED' } : { phase: 'FAILED', error });
    }
  };
  return { state, start, cancel: () => running.current?.abort() };
}
