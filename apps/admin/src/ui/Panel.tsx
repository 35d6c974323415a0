import { useId, type ReactNode } from 'react';

interface Props {
  title: ReactNode;
  extra?: ReactNode;
  /** Without inner space, for lists that reach the edges. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

export function Panel({ title, extra, flush = false, className = '', children }: Props) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {extra}
      </div>
      <div className={flush ? undefined : 'panel-body'}>{children}</div>
    </section>
  );
}
