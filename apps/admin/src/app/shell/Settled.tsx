import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { meQuery } from '../../features/identity/api/me';
import { firstThingOf } from '../../features/identity/first-thing';
import { FirstThingPage } from '../pages/FirstThingPage';

/** Keeps somebody from every page as long as the server would refuse them there. */
export function Settled() {
  const { data: account } = useQuery(meQuery);
  const thing = account && firstThingOf(account);
  return thing ? <FirstThingPage account={account} thing={thing} /> : <Outlet />;
}
