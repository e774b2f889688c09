/** Who may import whom (docs/architecture.md). Everything here is an error. @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-is-pure',
      comment: 'The core imports itself, zod, decimal.js and htmlparser2: no clock, no network, no database, no Node.',
      severity: 'error',
      from: { path: '^server/core/', pathNot: '[.](test|int[.]test)[.]ts$|/testing/' },
      to: { pathNot: ['^server/core/', '^node_modules/(zod|decimal[.]js|htmlparser2)/'] },
    },
    {
      name: 'prisma-only-in-db',
      comment: 'The repositories of server/db are the only importers of Prisma.',
      severity: 'error',
      from: { pathNot: '^server/db/|^prisma[.]config[.]ts$|/testing/' },
      to: { path: '^server/db/generated/|^node_modules/(@prisma|prisma)/' },
    },
    {
      name: 'sql-only-in-db',
      comment: 'Hand-written SQL lives in server/db; the processes start and migrate the database.',
      severity: 'error',
      from: { pathNot: '^server/(db|processes)/|[.]int[.]test[.]ts$' },
      to: { path: '^node_modules/(pg|pg-copy-streams)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-app',
      comment: 'Routes fetch and compose; what others need is not theirs.',
      severity: 'error',
      from: { pathNot: '^app/' },
      to: { path: '^app/' },
    },
    {
      name: 'components-know-types-only',
      comment: 'Browser code imports the core, and of the interface only its types.',
      severity: 'error',
      from: { path: '^components/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^server/', pathNot: '^server/core/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-types-from-api',
      comment: 'What the browser knows of the server is the interface.',
      severity: 'error',
      from: { path: '^components/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^server/', pathNot: '^server/(core|api)/' },
    },
    {
      name: 'app-through-api',
      comment: 'Pages ask the interface; they do not reach into the database, the worker or the processes.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^server/', pathNot: '^server/(core|api|services|ingest|http|app-error[.]ts|config[.]ts)' },
    },
    {
      name: 'api-calls-services',
      comment: 'A procedure parses, calls one service and returns.',
      severity: 'error',
      from: { path: '^server/api/', pathNot: '[.]test[.]ts$' },
      to: { path: '^server/', pathNot: '^server/(api|services|core|app-error[.]ts)' },
    },
    {
      name: 'services-look-inwards',
      comment:
        'A use case knows the core, the database, the backends, the endpoints and the environments, not who calls it.',
      severity: 'error',
      from: { path: '^server/services/', pathNot: '[.]test[.]ts$' },
      to: {
        path: '^server/',
        pathNot:
          '^server/(services|core|db|backends|endpoints|environments|hashes|recording|secrets|app-error[.]ts|config[.]ts)',
      },
    },
    {
      name: 'db-looks-inwards',
      severity: 'error',
      from: { path: '^server/db/', pathNot: '[.]test[.]ts$' },
      to: { path: '^server/', pathNot: '^server/(db|core|hashes|recording|app-error[.]ts|config[.]ts)' },
    },
    {
      name: 'servers-through-services',
      comment: 'The environment server and the ingest routes call use cases.',
      severity: 'error',
      from: { path: '^server/(env-server|ingest)/', pathNot: '[.]test[.]ts$|/testing/' },
      to: {
        path: '^server/',
        pathNot: '^server/(env-server|ingest|services|core|http|recording|app-error[.]ts|config[.]ts)',
      },
    },
    {
      name: 'web-only-starts',
      comment: 'The web part starts before anything is loaded; what is in front of the pages comes with their build.',
      severity: 'error',
      from: { path: '^server/web/' },
      to: { path: '^server/', pathNot: '^server/web/' },
    },
    {
      name: 'entry-points-are-not-imported',
      comment: 'Commands, the web part, the worker and the environment server are started, not imported.',
      severity: 'error',
      from: { pathNot: '^server/(cli|web|worker|env-server)/|^instrumentation[.]ts$' },
      to: { path: '^server/(cli|web|worker|env-server)/', pathNot: '^server/cli/bootstrap/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: '[.](test|spec|check)[.]tsx?$|/testing/|^e2e/' },
      to: { path: '[.](test|spec|check)[.]tsx?$|/testing/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: {
        path: '^(app|components|server)/',
        pathNot: '[.](test|spec|check)[.]tsx?$|/testing/|^server/cli/(checks|bench)/',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
    },
  ],
  options: {
    doNotFollow: { path: ['^node_modules/', '^server/db/generated/'] },
    exclude: { path: ['^[.]next/', '^next-env[.]d[.]ts$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
