import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { meQuery } from '../../features/identity/api/me';
import { ErrorState } from '../../ui/ErrorState';
import { OpeningView } from './OpeningView';

/** Asks to sign in, and remembers where the person wanted to go. */
export function SignedIn() {
  const me = useQuery(meQuery);
  const { pathname, search } = useLocation();
  if (me.data) return <Outlet />;
  if (me.data === null) {
    const from = pathname === '/' ? '' : `?from=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${from}`} replace />;
  }
  if (me.error) return <ErrorState error={me.error} retry={() => void me.refetch()} />;
  return <OpeningView />;
}
