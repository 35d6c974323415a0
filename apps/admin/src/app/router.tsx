import { createBrowserRouter, type RouteObject } from 'react-router';
import { CrashPage } from './pages/CrashPage';
import { LandingPage } from './pages/LandingPage';
import { NotFoundPage } from './pages/NotFoundPage';
import { Frame } from './shell/Frame';
import { OpeningView } from './shell/OpeningView';
import { Settled } from './shell/Settled';
import { SignedIn } from './shell/SignedIn';

/** For staff: shown after signing in only. What they may see, the API decides. */
const staffPages: RouteObject[] = [
  { index: true, Component: LandingPage },
  {
    path: 'desk',
    lazy: async () => ({ Component: (await import('./desk/DeskPage')).DeskPage }),
  },
  {
    path: 'worklist',
    lazy: async () => ({
      Component: (await import('../features/workflow/WorklistPage')).WorklistPage,
    }),
  },
  {
    path: 'visits',
    lazy: async () => ({ Component: (await import('./visits/VisitsPage')).VisitsPage }),
  },
  {
    path: 'visits/route',
    lazy: async () => ({
      Component: (await import('../features/appointments/RoutePage')).RoutePage,
    }),
  },
  {
    path: 'reception',
    lazy: async () => ({ Component: (await import('./reception/ReceptionPage')).ReceptionPage }),
  },
  {
    path: 'halls',
    lazy: async () => ({
      Component: (await import('./reception/HallFiguresPage')).HallFiguresPage,
    }),
  },
  {
    path: 'cases',
    lazy: async () => ({ Component: (await import('./case/CasesPage')).CasesPage }),
  },
  {
    path: 'cases/:id',
    lazy: async () => ({ Component: (await import('./case/CasePage')).CasePage }),
  },
  {
    path: 'overdue',
    lazy: async () => ({
      Component: (await import('../features/deadlines/OverduePage')).OverduePage,
    }),
  },
  {
    path: 'deliveries',
    lazy: async () => ({
      Component: (await import('../features/deliveries/UncollectedPage')).UncollectedPage,
    }),
  },
  {
    path: 'filings',
    lazy: async () => ({
      Component: (await import('../features/filings/FilingsPage')).FilingsPage,
    }),
  },
  {
    path: 'filings/:id',
    lazy: async () => ({ Component: (await import('../features/filings/FilingPage')).FilingPage }),
  },
  {
    path: 'archives',
    lazy: async () => ({
      Component: (await import('../features/archives/ArchivesPage')).ArchivesPage,
    }),
  },
  {
    path: 'me',
    lazy: async () => ({
      Component: (await import('../features/identity/MyAccountPage')).MyAccountPage,
    }),
  },
  {
    path: 'me/second-factor',
    lazy: async () => ({
      Component: (await import('../features/identity/SecondFactorPage')).SecondFactorPage,
    }),
  },
  {
    path: 'accounts',
    lazy: async () => ({ Component: (await import('./accounts/AccountsPage')).AccountsPage }),
  },
  {
    path: 'accounts/:id',
    lazy: async () => ({ Component: (await import('./accounts/AccountPage')).AccountPage }),
  },
  {
    path: 'combing',
    lazy: async () => ({ Component: (await import('./combing/CombingPage')).CombingPage }),
  },
  {
    path: 'offerings',
    lazy: async () => ({ Component: (await import('./offerings/CoveragePage')).CoveragePage }),
  },
  {
    path: 'offerings/:unitId',
    lazy: async () => ({ Component: (await import('./offerings/HallPage')).HallPage }),
  },
  {
    path: 'authorisations',
    lazy: async () => ({
      Component: (await import('./offerings/AuthorisationsPage')).AuthorisationsPage,
    }),
  },
  {
    path: 'catalog',
    lazy: async () => ({
      Component: (await import('../features/catalog/CatalogPage')).CatalogPage,
    }),
  },
  {
    path: 'catalog/items/:code',
    lazy: async () => ({
      Component: (await import('../features/catalog/CatalogItemPage')).CatalogItemPage,
    }),
  },
  {
    path: 'catalog/drafts',
    lazy: async () => ({
      Component: (await import('./catalog/DraftListPage')).DraftListPage,
    }),
  },
  {
    path: 'catalog/drafts/:id',
    lazy: async () => ({ Component: (await import('./catalog/DraftPage')).DraftPage }),
  },
  {
    path: 'catalog/compare',
    lazy: async () => ({
      Component: (await import('../features/catalog/ComparePage')).ComparePage,
    }),
  },
  {
    path: 'publications',
    lazy: async () => ({
      Component: (await import('./publication/PublicationsPage')).PublicationsPage,
    }),
  },
  {
    path: 'publications/promises',
    lazy: async () => ({
      Component: (await import('./publication/PromisesPage')).PromisesPage,
    }),
  },
  {
    path: 'audit',
    lazy: async () => ({ Component: (await import('./audit/AuditPage')).AuditPage }),
  },
];

const publicPages: RouteObject[] = [
  {
    path: 'items',
    lazy: async () => ({ Component: (await import('./items/ItemsPage')).ItemsPage }),
  },
  {
    path: 'items/:code',
    lazy: async () => ({ Component: (await import('./items/ItemPage')).ItemPage }),
  },
  {
    path: 'books',
    lazy: async () => ({ Component: (await import('./books/BooksPage')).BooksPage }),
  },
  {
    path: 'books/:id',
    lazy: async () => ({ Component: (await import('./books/BookPage')).BookPage }),
  },
  { path: '*', Component: NotFoundPage },
];

export const router = createBrowserRouter([
  {
    ErrorBoundary: CrashPage,
    HydrateFallback: OpeningView,
    children: [
      {
        path: 'sign-in',
        lazy: async () => ({ Component: (await import('./pages/SignInPage')).SignInPage }),
      },
      {
        Component: Settled,
        children: [
          {
            path: 'cases/:id/receipt',
            Component: SignedIn,
            children: [
              {
                index: true,
                lazy: async () => ({
                  Component: (await import('../features/intake/ReceiptPage')).ReceiptPage,
                }),
              },
            ],
          },
          {
            Component: Frame,
            children: [{ Component: SignedIn, children: staffPages }, ...publicPages],
          },
        ],
      },
    ],
  },
]);
