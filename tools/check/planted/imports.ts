import type { PlantedTree } from './tree.js';

/** Whom each module may look into: said a second time, so that the rules cannot loosen unseen. */
const DOWNHILL: Record<string, string[]> = {
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
const HOMES = ['apps/api/src', 'libs/domain/src'];

/** Every module of both homes beside every other one. */
export function modulePairs() {
  return HOMES.flatMap((home) =>
    MODULES.flatMap((from) =>
      MODULES.filter((to) => to !== from).map((to) => ({
        from: `${home}/${from}`,
        to,
        file: `${home}/${from}/planted-to-${to}.ts`,
        allowed: DOWNHILL[from]?.includes(to) ?? false,
        rule: `downhill-${from}`,
      })),
    ),
  );
}

interface PlantedImport {
  rule: string;
  file: string;
  from: string;
}

/** One line each: the rule, the file that breaks it, what it imports. */
export const IMPORTS: PlantedImport[] = [
  ['through-the-door', 'apps/api/src/workflow/planted-window.ts', '../catalog/item-content.js'],
  ['through-the-door', 'apps/api/src/planted-window.ts', './catalog/item-content.js'],
  ['through-the-door', 'libs/domain/src/workflow/planted-window.ts', '../catalog/route.js'],
  ['domain-is-pure', 'libs/domain/src/catalog/planted-package.ts', 'typeorm'],
  ['domain-is-pure', 'libs/domain/src/catalog/planted-node.ts', 'node:fs'],
  ['domain-is-pure', 'libs/domain/src/catalog/planted-platform.ts', '@yikou/platform'],
  ['platform-knows-no-business', 'libs/platform/src/clock/planted-rule.ts', '@yikou/domain'],
  ['admin-knows-the-api-by-its-client', 'apps/admin/src/app/planted-rule.ts', '@yikou/domain'],
  [
    'admin-knows-the-api-by-its-client',
    'apps/admin/src/app/planted-api.ts',
    `${'../'.repeat(3)}api/src/keyset.js`,
  ],
  ['api-knows-no-pages', 'apps/api/src/planted-page.ts', '../../admin/src/ui/theme.js'],
  ['api-knows-no-client', 'apps/api/src/planted-client.ts', '@yikou/api-client'],
  ['client-stands-alone', 'libs/api-client/src/planted-rule.ts', '@yikou/domain'],
  [
    'features-stay-apart',
    'apps/admin/src/features/intake/planted-neighbour.ts',
    '../workflow/planted-here.js',
  ],
  ['no-circles', 'apps/api/src/catalog/planted-circle-a.ts', './planted-circle-b.js'],
  ['no-unresolved', 'apps/api/src/catalog/planted-astray.ts', './planted-nowhere.js'],
  ['no-dev-packages-in-production', 'apps/api/src/catalog/planted-dev.ts', 'chinese-days'],
].map(([rule = '', file = '', from = '']) => ({ rule, file, from }));

/** The names of all rules that some plant breaks. */
export const refusedAs = new Set([
  ...IMPORTS.map(({ rule }) => rule),
  ...modulePairs()
    .filter(({ allowed }) => !allowed)
    .map(({ rule }) => rule),
]);

export function plantImports(tree: PlantedTree): void {
  // Modules that are still to come get a door to look through.
  for (const module of HOMES.flatMap((home) => MODULES.map((name) => `${home}/${name}`))) {
    if (!tree.has(`${module}/index.ts`)) tree.plant(`${module}/index.ts`, 'export {};\n');
  }
  tree.plant('apps/admin/src/features/workflow/planted-here.ts', 'export {};\n');
  tree.plant('apps/api/src/catalog/planted-circle-b.ts', "import './planted-circle-a.js';\n");
  for (const { file, to } of modulePairs()) tree.plant(file, `import '../${to}/index.js';\n`);
  for (const { file, from } of IMPORTS) tree.plant(file, `import '${from}';\n`);
}
