/**
 * The layers of the house (docs/architecture.md): imports point one way, and nothing goes in
 * circles. Tests may import whatever they test.
 */

const isTest = '(\\.test\\.tsx?|\\.test-support\\.ts)$'

/** Packages that hold no state and touch nothing outside. */
const pureLibraries = [
  'zod',
  'date-fns',
  '@date-fns/tz',
  'unified',
  'remark-[^/]+',
  'rehype-[^/]+',
  'mdast[^/]*',
  'micromark[^/]*',
  'hast[^/]*',
  'unist[^/]*',
  'vfile',
  '@types/(mdast|hast|unist)',
]

/** Packages that reach the outside: each is known to one file of infra/, or to one folder. */
const outside = [
  '@electric-sql/pglite',
  '@prisma/[^/]+',
  'nodemailer',
  'openid-client',
  'pg',
  'pg-boss',
  'pglite-prisma-adapter',
  'pino',
]

const packages = (names) => `(^|/)node_modules/(${names.join('|')})(/|$)`

/** One rule a layer: whatever of ours is not in `may` is refused. */
const layer = (name, from, may, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: isTest },
  to: { path: '^(app|emails|server|cli|prisma|tests|scripts)/', pathNot: may },
})

const folder = (name) => `^app/${name}/`

const guides = '^app/domain/guides/'

/** What the folders of guides/ may know of each other, in the order of docs/architecture.md. */
const guideFolders = [
  ['vocabulary', ''],
  ['rules', '|vocabulary/|(document-tree|extracted-plan)\\.ts'],
  ['readers', '|vocabulary/|rules/|document-tree\\.ts'],
  ['extractor', '|vocabulary/|rules/|readers/|(document-tree|extracted-plan)\\.ts'],
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer('domain', folder('domain'), [folder('domain')], 'Rules know nothing but rules.'),
    layer(
      'infra',
      folder('infra'),
      [folder('infra'), folder('domain'), '^emails/'],
      'Plumbing knows rules and mail templates, never who uses it.',
    ),
    layer(
      'services',
      folder('services'),
      [folder('services'), folder('infra'), folder('domain'), '^emails/'],
      'A use case knows neither the browser nor the clock that calls it.',
    ),
    layer(
      'jobs',
      folder('jobs'),
      [folder('jobs'), folder('services'), folder('infra'), folder('domain')],
      'A job calls one service.',
    ),
    layer(
      'cli',
      '^cli/',
      ['^cli/', folder('services'), folder('infra'), folder('domain')],
      'A sub-command calls one service.',
    ),
    layer(
      'http',
      folder('http'),
      [folder('http'), folder('services'), folder('infra'), folder('domain')],
      'What every route needs draws nothing.',
    ),
    layer(
      'ui',
      folder('ui'),
      [folder('ui'), folder('domain')],
      'Components are handed what they draw.',
    ),
    layer(
      'routes',
      folder('routes'),
      [folder('routes'), folder('http'), folder('services'), folder('ui'), folder('domain')],
      'A route reaches the outside through services only.',
    ),
    layer(
      'root',
      '^app/(root|entry\\.(client|server))\\.tsx$',
      [
        folder('http'),
        folder('services'),
        folder('ui'),
        folder('domain'),
        '^app/infra/log\\.server\\.ts$',
        '^app/styles/',
      ],
      'The frame around every route.',
    ),
    layer(
      'emails',
      '^emails/',
      ['^emails/', folder('domain')],
      'A mail is drawn from its payload.',
    ),
    layer(
      'server',
      '^server/',
      [
        '^server/',
        folder('http'),
        folder('jobs'),
        folder('services'),
        folder('infra'),
        folder('domain'),
      ],
      'The composition root.',
    ),
    layer(
      'seed',
      '^prisma/',
      ['^prisma/', folder('services'), folder('infra'), folder('domain')],
      'The demo clinic is built through services.',
    ),
    ...guideFolders.map(([name, may]) => ({
      name: `guides-${name}`,
      comment: 'Words, rules, readers, extractor: each knows only those before it.',
      severity: 'error',
      from: { path: `${guides}${name}/`, pathNot: isTest },
      to: { path: guides, pathNot: `${guides}(${name}/${may})` },
    })),
    {
      name: 'routes-apart',
      comment: 'A screen holds what only it needs; what two need belongs to ui/ or http/.',
      severity: 'error',
      from: { path: '^app/routes/([^/]+)/', pathNot: isTest },
      to: { path: '^app/routes/', pathNot: '^app/routes/$1/' },
    },
    {
      name: 'domain-packages',
      comment: 'Rules use only packages that hold no state and touch nothing outside.',
      severity: 'error',
      from: { path: folder('domain'), pathNot: isTest },
      to: { path: '(^|/)node_modules/', pathNot: packages(pureLibraries) },
    },
    {
      name: 'domain-no-node',
      comment: 'Rules run in the browser as well.',
      severity: 'error',
      from: { path: ['^app/(domain|ui)/', '^emails/'], pathNot: isTest },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'outside-through-infra',
      comment: 'One file of infra/ for each outside thing.',
      severity: 'error',
      from: { path: '^(app|emails|server|cli|prisma)/', pathNot: [isTest, folder('infra')] },
      to: { path: packages(outside) },
    },
    {
      name: 'database-client',
      comment: 'Rows are mapped to shapes of domain/ in services/.',
      severity: 'error',
      from: { path: '^(app|emails|server|cli)/', pathNot: [isTest, '^app/(infra|services)/'] },
      to: { path: '^app/infra/database/generated/' },
    },
    {
      name: 'passkeys-in-accounts',
      comment: 'Who checks passkeys: replacing it must touch one folder.',
      severity: 'error',
      from: { pathNot: '^app/services/accounts/' },
      to: { path: packages(['@simplewebauthn/server']) },
    },
    {
      name: 'server-only',
      comment: 'What runs in the browser never imports what touches the outside.',
      severity: 'error',
      from: { path: '^(app/(domain|ui)/|emails/|app/entry\\.client\\.tsx$)', pathNot: isTest },
      to: { path: '\\.server\\.tsx?$' },
    },
    {
      name: 'no-circles',
      comment: 'Two modules that need each other are one module, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, pathNot: 'node_modules' },
    },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { path: '^(app|emails|server|cli|prisma)/', pathNot: isTest },
      to: { path: ['^tests/', isTest] },
    },
    {
      name: 'not-to-dev-packages',
      comment: 'What the product imports at run time is listed under dependencies.',
      severity: 'error',
      from: { path: '^(app|emails|server|cli)/', pathNot: isTest },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/@types/',
      },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^virtual:',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^app/infra/database/generated/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
