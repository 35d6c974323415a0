import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { meQuery } from '../../features/identity/api/me';
import { entriesFor } from '../shell/nav-entries';

/** The first area of work of the person is where the day begins. */
export function LandingPage() {
  const { data: account } = useQuery(meQuery);
  const first = entriesFor(account?.areasOfWork ?? [])[0];
  return <Navigate to={first?.to ?? '/items'} replace />;
}
