// The import rules of src/lib, as data. Default: forbidden. src/README.md's table of floors is generated from this file.
import { readdirSync } from 'node:fs';

const ENGINES = [
  'actions',
  'agenda',
  'assignment',
  'cards',
  'demand',
  'disclosure',
  'ground',
  'import',
  'meetings',
  'merge',
  'pathways',
  'proof',
  'publish',
  'report',
  'route',
  'situations',
  'travel',
  'verdicts'
].map((name) => `engines/${name}`);

/**
 * What an engine imports besides `algorithms` and `model`. A proof, a situation and a route are about an assignment problem: they compile and solve it by the
 * front door of its engine. A route checks each year's plan by the proof's. The cards search the tours that pages show: they draw the same weeks, by the
 * front door of travel. The length of paths is one figure: a report takes it from the engine of paths.
 */
const ENGINE_IMPORTS = {
  'engines/cards': ['engines/assignment', 'engines/travel'],
  'engines/proof': ['engines/assignment'],
  'engines/situations': ['engines/assignment'],
  'engines/report': ['engines/pathways'],
  'engines/route': ['engines/assignment', 'engines/proof']
};

/**
 * A feature imports every floor below, and `share`, which takes views away. What it takes from another feature besides, and why: where that
 * one goes, this is what is left to settle.
 */
const FEATURE_EXCEPTIONS = {
  demand: { coverage: 'the queue has the filters of the coverage page' },
  info: { portraits: 'the site map lists the portraits' },
  week: { meetings: 'the week shows the tours and the idle meetings of the calendar that Réunions plans' }
};
const FEATURE_NAMES = readdirSync(new URL('src/lib/features', import.meta.url));
const taken = (name) => [
  ...(name === 'share' ? [] : ['features/share']),
  ...Object.keys(FEATURE_EXCEPTIONS[name] ?? {}).map((other) => `features/${other}`)
];
/** Those that others may import first. */
const ORDERED = FEATURE_NAMES.toSorted((one, other) => taken(one).length - taken(other).length);

const BELOW_SESSION = [
  'algorithms',
  'model',
  'i18n',
  'pages',
  'cube',
  'catalogue',
  ...ENGINES,
  'engines/territory-builder',
  'workers',
  'tables',
  'storage',
  'export'
];
const BELOW_FEATURES = [...BELOW_SESSION, 'theme', 'first-visit', 'session', 'figures', 'map', 'ui'];

/** Folder of src/lib -> folders it may import (its own files always). In order of floors: none imports a later one. */
export const FLOORS = {
  algorithms: [],
  model: [],
  i18n: ['model'],
  pages: ['i18n'],
  theme: [],
  cube: ['algorithms', 'model'],
  solver: ['model'],
  catalogue: ['model'],
  ...Object.fromEntries(
    ENGINES.map((engine) => [
      engine,
      // Sessions of actions, a site of files, a report, verdicts on figures of others and situations of a plan: no algorithm.
      [
        ...([
          'engines/actions',
          'engines/publish',
          'engines/report',
          'engines/situations',
          'engines/verdicts'
        ].includes(engine)
          ? []
          : ['algorithms']),
        'model',
        ...(ENGINE_IMPORTS[engine] ?? [])
      ]
    ])
  ),
  export: ['algorithms', 'model', 'i18n', 'theme'],
  // Composes the other engines, by their front doors.
  'engines/territory-builder': [
    'algorithms',
    'model',
    'i18n',
    'cube',
    'catalogue',
    'export',
    'engines/assignment',
    'engines/disclosure',
    'engines/ground',
    'engines/import',
    'engines/travel'
  ],
  workers: [
    'algorithms',
    'model',
    'solver',
    ...ENGINES.filter(
      (name) =>
        ![
          'engines/actions',
          'engines/demand',
          'engines/merge',
          'engines/pathways',
          'engines/report',
          'engines/verdicts'
        ].includes(name)
    ),
    'engines/territory-builder',
    // What a union of two files may break is read of their tables.
    'cube',
    // A Word file of anybody is opened and filled away from the page.
    'export',
    'storage'
  ],
  tables: ['model', 'catalogue', 'cube'],
  storage: ['algorithms', 'model', 'pages'],
  'first-visit': [],
  session: [
    'algorithms',
    'model',
    'i18n',
    'pages',
    'cube',
    'catalogue',
    'engines/territory-builder',
    'engines/disclosure',
    'engines/import',
    // A save marks what it changed.
    'engines/merge',
    'workers',
    'tables',
    'storage'
  ],
  figures: [
    'model',
    'i18n',
    'pages',
    'cube',
    'engines/actions',
    'engines/agenda',
    'engines/assignment',
    'engines/cards',
    'engines/demand',
    'engines/meetings',
    'engines/pathways',
    'engines/report',
    'engines/travel',
    'engines/verdicts',
    'workers',
    'storage',
    'session'
  ],
  map: ['algorithms', 'model', 'i18n', 'theme', 'first-visit'],
  ui: ['model', 'i18n', 'pages', 'cube', 'export', 'first-visit', 'session'],
  ...Object.fromEntries(ORDERED.map((name) => [`features/${name}`, [...BELOW_FEATURES, ...taken(name)]]))
};
/** What each folder holds, for src/README.md. */
export const HOLDS = {
  algorithms: 'general algorithms with their sources: search, bounds, geometry, probability, checksums',
  model: 'schools, places, roads, meetings, files, years, plans, findings: the vocabulary',
  pages: 'the pages of the site, each said once: what it answers, needs and shows; menu, stories',
  i18n: 'messages, numbers, dates, names of codes, sentences of findings',
  theme: 'design tokens, palette, base styles',
  cube: 'the small file that answers every filter without the database',
  solver: 'HiGHS: a linear model in, a solution, bound and gap out',
  catalogue: 'every table: columns, source, vintage, licence, threshold',
  'engines/actions':
    'sessions of actions: clashes, what must be ready, other dates, held of planned, how an action spreads',
  'engines/agenda': 'what each team meeting is for: which situations it reviews, proven',
  'engines/assignment': 'who follows which schools: the problem and its solution',
  'engines/cards':
    'three plans, each the best found by the figures shown: road, balance, changes; and why a school moves',
  'engines/territory-builder':
    'sources in, the files of a territory out: one builder for the shell and the browser',
  'engines/demand':
    'children and requests of the next years, the queue against the posts, what sharing the service brings',
  'engines/disclosure': 'which counts may be published: attack, suppression, audit',
  'engines/ground': 'the ground under the maps: OpenStreetMap extract, its roads, vector tiles, paper',
  'engines/import': 'files of others: readers, official formats, quality',
  'engines/meetings': 'team meetings of a year: the plan, its bound, its repair, its conflicts',
  'engines/merge': 'two files of one territory put together: what each did alone, what both did otherwise',
  'engines/pathways':
    'paths of children that live: their length, first visits, silence, children now by post',
  'engines/proof': 'whether a plan keeps its rules and none is better: checks, certificates, plans at random',
  'engines/publish': 'the site of a territory: its pages, its files, the shell of every site',
  'engines/report':
    'the report of a year to the State: lists and cases in, answers in the order of the survey out',
  'engines/route': 'a plan of several years: openings, bases of new posts, an assignment a year',
  'engines/situations': 'what a service asks of a plan: absence, new post, posts needed, prices',
  'engines/travel': 'travel times: road graph, transit, isochrones, tours, services',
  'engines/verdicts': 'what waits for a decision, what cannot wait first: figures in, verdicts out',
  workers: 'one folder a worker: its protocol, its client, its entry file',
  tables: 'the only door to DuckDB: loading, locking, queries',
  storage: 'what is kept on this computer or in a file to open again',
  export: 'files that leave: CSV, XLSX, Parquet, GeoJSON, pictures, Word',
  'first-visit': 'what makes the first visit quick: see its README',
  session: 'what is open: the site or files of the reader, database, preferences',
  figures: 'what pages show of the decision in use, computed once for the tab, whoever asks',
  map: 'a stateless map engine: geometry, labels, SVG, WebGL, controls',
  ui: 'generic components: panels, tables, forms, charts, exports',
  features:
    'a folder a page or a few (the table of README.md, from `pages`); `share`: any view as link, frame, picture, and the decision on paper; `shell`: what is around',
  ...Object.fromEntries(
    Object.entries(FEATURE_EXCEPTIONS).map(([name, others]) => [
      `features/${name}`,
      Object.values(others).join('; ')
    ])
  )
};

const LIB = Object.keys(FLOORS);
const FEATURES = LIB.filter((name) => name.startsWith('features/'));
const ROUTES = [
  'model',
  'i18n',
  'pages',
  'theme',
  'cube',
  'catalogue',
  'export',
  'first-visit',
  'session',
  'figures',
  'map',
  'ui',
  ...FEATURES
];
const SCRIPTS = [
  'algorithms',
  'model',
  'i18n',
  'pages',
  'cube',
  'solver',
  'catalogue',
  'storage',
  'export',
  ...ENGINES,
  'engines/territory-builder',
  // What a worker checks of a union, the shell checks.
  'workers'
];

/** Libraries that some folders own. */
const OWNED = {
  'maplibre-gl': ['map'],
  pmtiles: ['map', 'engines/ground'],
  '@duckdb/duckdb-wasm': ['tables'],
  'brotli-dec-wasm': ['tables'],
  highs: ['solver'],
  comlink: ['workers'],
  '@observablehq/plot': ['ui', ...FEATURES],
  'bits-ui': ['ui', 'features/coverage', 'features/shell', 'features/territory'],
  codemirror: ['features/data'],
  '@codemirror': ['features/data'],
  'd3-sankey': ['features/programme'],
  'read-excel-file': ['engines/import'],
  'sql.js': ['engines/import'],
  hyparquet: ['engines/import'],
  shpjs: ['engines/import'],
  'write-excel-file': ['export'],
  'hyparquet-writer': ['export', 'engines/territory-builder'],
  docx: ['export'],
  docxtemplater: ['export'],
  'age-encryption': ['storage']
};

/** Folders that own a library. */
export const OWNERS = [...new Set(Object.values(OWNED).flat())];

/** Folders beside src/lib, and what each may import. Benches measure what users see: they compose all floors, as a route does. */
const BESIDE = {
  'src/routes': ROUTES,
  'src/service-worker': [],
  bench: ['bench', 'scripts', 'tests', ...LIB],
  scripts: SCRIPTS,
  tests: ['tests', 'scripts', 'bench', 'src/routes', 'src/service-worker', ...LIB]
};

/** Folder -> those whose files it may import, itself included. */
const MAY_IMPORT = new Map(
  Object.entries({ ...FLOORS, ...BESIDE }).map(([name, others]) => [name, new Set([name, ...others])])
);

/** The folder with rules that holds a file, the deepest one; null outside of them. @param {string} path from the root, with slashes */
export function floorOf(path) {
  const lib = path.startsWith('src/lib/') ? path.slice('src/lib/'.length) : null;
  const names = lib === null ? Object.keys(BESIDE) : LIB;
  const within = names.filter((name) => (lib ?? path).startsWith(`${name}/`));
  return within.toSorted((one, other) => other.length - one.length)[0] ?? null;
}

/**
 * Why a file may not import another; null where it may.
 * @param {string} importer path from the root, with slashes
 * @param {string} imported
 */
export function refusal(importer, imported) {
  const [from, to] = [floorOf(importer), floorOf(imported)];
  if (from === null || to === null || MAY_IMPORT.get(from)?.has(to)) return null;
  return `${from} may not import ${to}`;
}

/** What `figures` has for every page: no feature computes it anew. A page may ask the worker of travel for what is its own, and `figures` has not. */
const ASKED_OF_FIGURES = [
  { from: 'engines/assignment', names: ['balance'], what: 'A load' },
  { from: 'model/assignment/fair-load', names: ['fairLoad'], what: 'A load' },
  { from: 'engines/demand', names: ['openingsOf', 'openingStops'], what: 'A calendar of openings' },
  { from: 'engines/demand', names: ['forecastByPlace'], what: 'A forecast' },
  { from: 'cube/waiting', names: ['waitingSchools'], what: 'A queue' },
  { from: 'engines/travel', names: ['teamBurden'], what: 'The road of a post' },
  { from: 'engines/cards', names: ['keptCards', 'moveReasons', 'searchCards'], what: 'A card' },
  { from: 'workers/cards/client', what: 'A card' },
  { from: 'engines/report', what: 'An answer of the report' },
  {
    from: 'engines/pathways',
    names: ['pathLengths', 'firstVisits', 'groupLengths', 'silentPaths'],
    what: 'A figure of paths'
  },
  { from: 'workers/disclosure/client', names: ['auditedExit'], what: 'The verdict on a figure that leaves' },
  { from: 'workers/travel/client', except: ['features/travel'], what: 'The road of a post' }
];
const askedOfFigures = (name) =>
  ASKED_OF_FIGURES.filter(({ except = [] }) => name.startsWith('features/') && !except.includes(name)).map(
    ({ from, names, what }) => ({
      regex: `^\\$lib/${from}(/|\\.|$)`,
      ...(names && { importNames: names }),
      message: `${what} is asked of src/lib/figures.`
    })
  );

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
            ...askedOfFigures(name),
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
