import {
  AppstoreOutlined,
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  CommentOutlined,
  ContainerOutlined,
  DashboardOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FormOutlined,
  InboxOutlined,
  NotificationOutlined,
  ProfileOutlined,
  ReadOutlined,
  SafetyCertificateOutlined,
  TableOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Messages } from '../../messages/i18n';

interface Entry {
  area: keyof Messages['nav'];
  to: string;
  icon: ReactNode;
}

const ENTRIES: Entry[] = [
  { area: 'DESK', to: '/desk', icon: <FormOutlined /> },
  { area: 'WORKLIST', to: '/worklist', icon: <InboxOutlined /> },
  { area: 'RECEPTION', to: '/reception', icon: <CommentOutlined /> },
  { area: 'VISITS', to: '/visits', icon: <CalendarOutlined /> },
  { area: 'ACCOUNTS', to: '/accounts', icon: <TeamOutlined /> },
  { area: 'AUDIT', to: '/audit', icon: <AuditOutlined /> },
  { area: 'CASES', to: '/cases', icon: <FileSearchOutlined /> },
  { area: 'OVERDUE', to: '/overdue', icon: <DashboardOutlined /> },
  { area: 'HALL_FIGURES', to: '/halls', icon: <BarChartOutlined /> },
  { area: 'DELIVERIES', to: '/deliveries', icon: <CarryOutOutlined /> },
  { area: 'FILINGS', to: '/filings', icon: <FileDoneOutlined /> },
  { area: 'ARCHIVES', to: '/archives', icon: <ContainerOutlined /> },
  { area: 'CATALOG', to: '/catalog', icon: <ProfileOutlined /> },
  { area: 'COMBING', to: '/combing', icon: <TableOutlined /> },
  { area: 'BOOKS', to: '/books', icon: <BookOutlined /> },
  { area: 'OFFERINGS', to: '/offerings', icon: <AppstoreOutlined /> },
  { area: 'AUTHORISATIONS', to: '/authorisations', icon: <SafetyCertificateOutlined /> },
  { area: 'PUBLICATIONS', to: '/publications', icon: <NotificationOutlined /> },
  { area: 'ITEMS', to: '/items', icon: <ReadOutlined /> },
];

/** The entries that the server names for this account, in our order. */
export function entriesFor(areasOfWork: readonly string[]): Entry[] {
  return ENTRIES.filter(({ area }) => areasOfWork.includes(area));
}
