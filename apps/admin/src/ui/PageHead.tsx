import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTitle } from './use-title';

export interface Crumb {
  label: string;
  to?: string;
}

interface Props {
  title: string;
  /** Beside the title: tags, a light. */
  beside?: ReactNode;
  note?: ReactNode;
  crumbs?: Crumb[];
  /** At the right: the one primary action last. */
  actions?: ReactNode;
}

export function PageHead({ title, beside, note, crumbs, actions }: Props) {
  useTitle(title);
  return (
    <header className="page-head">
      <div>
        {crumbs && <Crumbs crumbs={crumbs} />}
        <h1>
          {title}
          {beside}
        </h1>
        {note && <p className="page-head-note">{note}</p>}
      </div>
      {actions && <div className="page-head-actions no-print">{actions}</div>}
    </header>
  );
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav className="crumbs no-print" aria-label="breadcrumb">
      <ol>
        {crumbs.map(({ label, to }) => (
          <li key={label}>{to ? <Link to={to}>{label}</Link> : <span>{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
