/**
 * Who may import whom inside and between the projects. Modules import downhill only:
 * identity ◁ organisation ◁ {catalog ◁ authorisations ◁ offerings, deadlines} ◁ workflow ◁ {intake,
 * linkage}; assessment and supervision read organisation and catalog, and learn of cases by events; books,
 * combing and publication stand on the catalog.
 */
const DOWNHILL = {
  identity: [],
  organisation: ['identity'],
  catalog: ['identity', 'organisation'],
  books: ['identity', 'organisation', 'catalog'],
  combing: ['identity', 'organisation', 'catalog'],
  deadlines: ['identity', 'organisation'],
  authorisations: ['identity', 'organisation', 'catalog'],
  offerings: ['identity', 'organisation', 'catalog', 'authorisations'],
  workflow: ['identity', 'organisation', 'catalog', 'deadlines', 'authorisations', 'offerings'],
  intake: ['identity', 'organisation', 'catalog', 'deadlines', 'offerings', 'workflow'],
  live: ['identity'],
  appointments: [
    ...['identity', 'organisation', 'catalog', 'offerings', 'deadlines', 'workflow', 'intake'],
  ],
  preregistration: [
    ...['identity', 'organisation', 'catalog', 'offerings', 'deadlines', 'workflow', 'intake'],
  ],
  'applicant-pages': [
    ...['identity', 'organisation', 'catalog', 'offerings', 'deadlines', 'workflow', 'intake'],
    ...['publication', 'appointments', 'preregistration'],
  ],
  deliveries: [
    ...['identity', 'organisation', 'catalog', 'offerings', 'deadlines', 'workflow', 'intake'],
  ],
  filings: [
    ...['identity', 'organisation', 'catalog', 'deadlines', 'authorisations', 'offerings'],
    'workflow',
  ],
  custody: ['identity', 'organisation', 'catalog', 'workflow', 'intake'],
  papers: [
    ...['identity', 'organisation', 'catalog', 'offerings', 'deadlines', 'workflow', 'intake'],
    ...['publication', 'custody'],
  ],
  archives: [
    ...['identity', 'organisation', 'catalog', 'deadlines', 'offerings', 'workflow', 'intake'],
    'deliveries',
  ],
  reception: [
    ...['identity', 'organisation', 'catalog', 'deadlines', 'offerings', 'workflow', 'intake'],
    'publication',
  ],
  finding: ['identity', 'organisation', 'catalog', 'deadlines', 'offerings', 'workflow', 'intake'],
  linkage: ['identity', 'organisation', 'catalog', 'deadlines', 'workflow'],
  publication: ['identity', 'organisation', 'catalog', 'books'],
  assessment: ['identity', 'organisation', 'catalog'],
  supervision: ['identity', 'organisation', 'catalog'],
};
const MODULES = Object.keys(DOWNHILL);
const SPECS = String.raw`\.spec\.ts$|^libs/[^/]+/src/testing/`;

/** The folders in which the modules stand. */
const HOMES = ['apps/api/src', 'libs/domain/src'];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const uphill = HOMES.flatMap((home) =>
  MODULES.map((name) =>
    forbid(
      `downhill-${name}`,
      `${name} stands below or beside the other module: news travels uphill as events`,
      { path: `^${home}/${name}/` },
      {
        path: `^${home}/(${MODULES.join('|')})/`,
        pathNot: `^${home}/(${[name, ...DOWNHILL[name]].join('|')})/`,
      },
    ),
  ),
);

const doors = HOMES.map((home) =>
  forbid(
    'through-the-door',
    'a module is entered through its index.ts',
    { path: `^${home}/([^/]+)`, pathNot: SPECS },
    {
      path: `^${home}/(${MODULES.join('|')})/`,
      pathNot: [`^${home}/$1/`, `^${home}/[^/]+/index\\.ts$`],
    },
  ),
);

const projects = [
  forbid(
    'domain-is-pure',
    'the rules know nothing but themselves: no package, no Node module',
    { path: '^libs/domain/src/', pathNot: SPECS },
    { pathNot: '^libs/domain/src/' },
  ),
  forbid(
    'platform-knows-no-business',
    'the machinery never imports a rule or an app',
    { path: '^libs/platform/' },
    { path: '^(libs/(domain|api-client)|apps)/' },
  ),
  forbid(
    'admin-knows-the-api-by-its-client',
    'the pages hold no rule: they import the generated client alone',
    { path: '^apps/admin/' },
    { path: '^(libs/(?!api-client/)|apps/(?!admin/))' },
  ),
  forbid(
    'api-knows-no-pages',
    'an app never imports another app',
    { path: '^apps/api/' },
    { path: '^apps/(?!api/)' },
  ),
  forbid(
    'api-knows-no-client',
    'the client is made from the api; only the tests use the one on the other',
    { path: '^apps/api/', pathNot: '^apps/api/test/' },
    { path: '^libs/api-client/' },
  ),
  forbid(
    'client-stands-alone',
    'the generated client imports no project',
    { path: '^libs/api-client/' },
    { path: '^(apps|libs/(?!api-client/))' },
  ),
  forbid(
    'features-stay-apart',
    'what two features share belongs to ui/ or app/',
    { path: '^apps/admin/src/features/([^/]+)/' },
    { path: '^apps/admin/src/features/', pathNot: '^apps/admin/src/features/$1/' },
  ),
];

const hygiene = [
  forbid('no-circles', 'an import cycle has no beginning', {}, { circular: true }),
  forbid(
    'no-unresolved',
    'the import leads nowhere',
    { pathNot: '^apps/admin/' },
    { couldNotResolve: true },
  ),
  forbid(
    'no-dev-packages-in-production',
    'the image holds `dependencies` alone',
    { path: '^(apps/api|libs)/', pathNot: [SPECS, '^apps/api/test/'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
];

export default {
  forbidden: [...uphill, ...doors, ...projects, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    // metadata.ts is generated out of every module, so it looks into all of them.
    // Not every dist/: most packages lie in one, and would be out of the rules' sight.
    exclude: { path: ['^(apps|libs)/[^/]+/dist/', '^apps/api/src/metadata\\.ts$'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@yikou/source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
};
