import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { meQuery } from '../../features/identity/api/me';
import { ErrorState } from '../../ui/ErrorState';
import { useHotkeys } from '../../ui/use-hotkeys';
import { useLive } from '../live/use-live';
import { HelpOverlay } from './HelpOverlay';
import { OpeningView } from './OpeningView';
import { PublicFrame } from './PublicFrame';
import { SideNav } from './SideNav';
import { TopBar } from './TopBar';
import './shell.css';

/** Around every page: the desk for staff, a plain head for the public. */
export function Frame() {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  const [help, setHelp] = useState(false);
  useLive(me.data?.areasOfWork.includes('CASES') ?? false);
  useHotkeys({ '?': () => setHelp(true) });
  if (me.isPending) return <OpeningView />;
  if (me.error && me.data === undefined) {
    return <ErrorState error={me.error} retry={() => void me.refetch()} />;
  }
  if (!me.data) return <PublicFrame />;
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('nav.skip')}
      </a>
      <SideNav account={me.data} />
      <div className="shell-main">
        <TopBar account={me.data} onHelp={() => setHelp(true)} />
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <HelpOverlay open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
