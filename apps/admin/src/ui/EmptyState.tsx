import type { ReactNode } from 'react';

interface Props {
  title: string;
  hint?: string;
  action?: ReactNode;
}

/** What the emptiness means, and what to do about it. */
export function EmptyState({ title, hint, action }: Props) {
  return (
    <div className="state" role="status">
      <svg className="state-art" viewBox="0 0 72 56" fill="none" stroke="currentColor" aria-hidden>
        <path d="M8 30 18 10h36l10 20v18H8Z" strokeWidth="2.5" strokeLinejoin="round" />
        <path d="M8 30h17a11 11 0 0 0 22 0h17" strokeWidth="2.5" strokeLinejoin="round" />
        <path d="M26 19h20" strokeWidth="2.5" strokeLinecap="round" />
      </svg>
      <p className="state-title">{title}</p>
      {hint && <p className="state-text">{hint}</p>}
      {action}
    </div>
  );
}
