import {
  AuditOutlined,
  DashboardOutlined,
  FileSearchOutlined,
  FormOutlined,
  InboxOutlined,
  NotificationOutlined,
  ReadOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

type Area =
  'DESK' | 'WORKLIST' | 'ACCOUNTS' | 'AUDIT' | 'CASES' | 'OVERDUE' | 'ITEMS' | 'PUBLICATIONS';

interface Entry {
  area: Area;
  to: string;
  icon: ReactNode;
}

const ENTRIES: Entry[] = [
  { area: 'DESK', to: '/desk', icon: <FormOutlined /> },
  { area: 'WORKLIST', to: '/worklist', icon: <InboxOutlined /> },
  { area: 'ACCOUNTS', to: '/accounts', icon: <TeamOutlined /> },
  { area: 'AUDIT', to: '/audit', icon: <AuditOutlined /> },
  { area: 'CASES', to: '/cases', icon: <FileSearchOutlined /> },
  { area: 'OVERDUE', to: '/overdue', icon: <DashboardOutlined /> },
  { area: 'ITEMS', to: '/items', icon: <ReadOutlined /> },
  { area: 'PUBLICATIONS', to: '/publications', icon: <NotificationOutlined /> },
];

/** The entries that the server names for this account, in our order. */
export function entriesFor(areasOfWork: readonly string[]): Entry[] {
  return ENTRIES.filter(({ area }) => areasOfWork.includes(area));
}
