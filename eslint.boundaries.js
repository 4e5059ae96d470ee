// The house's import rules, as data: a folder, and the folders it may import. Anything else is an error.

const folder = (name) => ({ type: name, pattern: `src/lib/${name}` });

/** Folder of src/lib -> folders it may import (its own files always). */
const MAY_IMPORT = {
  model: [],
  theme: [],
  i18n: ['model'],
  cube: ['model'],
  solver: ['model'],
  import: ['model'],
  territory: ['model'],
  travel: ['model'],
  disclosure: ['model'],
  catalogue: ['model'],
  tables: ['catalogue', 'model'],
  workers: ['solver', 'territory', 'travel', 'disclosure', 'import', 'storage', 'model'],
  queries: ['tables', 'cube', 'model'],
  storage: ['model', 'catalogue', 'i18n'],
  share: ['model', 'catalogue', 'i18n'],
  export: ['model', 'catalogue', 'i18n'],
  state: [
    'queries',
    'cube',
    'tables',
    'workers',
    'storage',
    'share',
    'territory',
    'travel',
    'catalogue',
    'model'
  ],
  charts: ['model', 'i18n', 'theme', 'queries', 'cube', 'territory', 'travel'],
  map: ['state', 'cube', 'model', 'i18n', 'theme'],
  ui: ['state', 'charts', 'cube', 'queries', 'tables', 'catalogue', 'export', 'i18n', 'theme', 'model']
};
const ROUTES = [
  'state',
  'map',
  'charts',
  'ui',
  'cube',
  'catalogue',
  'model',
  'i18n',
  'theme',
  'queries',
  'export'
];
const SCRIPTS = [
  'model',
  'cube',
  'solver',
  'import',
  'territory',
  'travel',
  'disclosure',
  'catalogue',
  'i18n',
  'export'
];

/** Libraries that one folder owns. */
const OWNED = {
  'maplibre-gl': ['map'],
  pmtiles: ['map'],
  '@duckdb/duckdb-wasm': ['tables'],
  highs: ['solver'],
  comlink: ['workers'],
  '@observablehq/plot': ['charts'],
  'bits-ui': ['ui'],
  codemirror: ['ui'],
  '@codemirror': ['ui'],
  'd3-sankey': ['charts'],
  'read-excel-file': ['import'],
  hyparquet: ['import'],
  shpjs: ['import'],
  'write-excel-file': ['export'],
  'hyparquet-writer': ['export'],
  docx: ['export'],
  'age-encryption': ['storage']
};

const LIB = Object.keys(MAY_IMPORT);

export const ELEMENTS = [
  ...LIB.map(folder),
  { type: 'routes', pattern: 'src/routes' },
  { type: 'worker', pattern: 'src/service-worker' },
  // Pages of the bench measure what users see: they compose all floors, as a route does.
  { type: 'bench-pages', pattern: 'scripts/bench/*/{page,*-page}' },
  { type: 'scripts', pattern: 'scripts' },
  { type: 'tests', pattern: 'tests' }
];

const to = (types) => ({ to: { element: { types: { anyOf: types } } } });

export const POLICIES = [
  ...LIB.map((name) => ({
    from: { element: { type: name } },
    allow: to([name, ...MAY_IMPORT[name]])
  })),
  { from: { element: { type: 'routes' } }, allow: to(['routes', ...ROUTES]) },
  { from: { element: { type: 'bench-pages' } }, allow: to(['bench-pages', 'scripts', ...LIB]) },
  { from: { element: { type: 'scripts' } }, allow: to(['scripts', 'bench-pages', ...SCRIPTS]) },
  { from: { element: { type: 'tests' } }, allow: to(['tests', 'scripts', 'routes', 'worker', ...LIB]) },
  { allow: { to: { module: { origin: 'external' } } } },
  { allow: { to: { module: { origin: 'core' } } } }
];

/** Per folder: the libraries of others and Node's own modules, refused by `no-restricted-imports`. */
export const OWNERSHIP = [...LIB.map((name) => [name, `src/lib/${name}`]), ['routes', 'src/routes']].map(
  ([name, path]) => ({
    files: [`${path}/**/*.{ts,svelte}`],
    ignores: ['src/routes/**/*.server.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^node:', message: 'Code of the site runs in a browser.' },
            ...Object.entries(OWNED)
              .filter(([, owners]) => !owners.includes(name))
              .map(([library, owners]) => ({
                regex: `^${library}(/|$)`,
                message: `${library} belongs to src/lib/${owners[0]}.`
              }))
          ]
        }
      ]
    }
  })
);
