// The keys of a whole file: its configuration, what the reader kept, its sources and its releases.
import { isRecord, isText, parsedJson } from '../../model/documents/json.ts';
import { byKey, canonicalJson, hashOf, keyOfPath } from './json.ts';
import { addItems, addKeys, noKeys, type DocumentKeys } from './document-keys.ts';
import {
  MERGED_LISTS,
  type Json,
  type MergedListName,
  type SaveHistory
} from '../../model/documents/save-history.ts';

/** The lists that a file keeps as texts, each a document. */
export const KEPT_LISTS = [
  'plans',
  'meetings',
  'sessions',
  'actions',
  'decision',
  'calendar',
  'answers'
] as const;
export type KeptListName = (typeof KEPT_LISTS)[number];

/** The list of its keys: a story and the sessions of actions are of one. */
export const listOfKept = (name: KeptListName): MergedListName => (name === 'actions' ? 'sessions' : name);
/** What begins the key of a session of an action, before its id. */
export const ACTION_SESSION = 'n° ';
/** What else is kept of actions, or the text that cannot be told apart. */
export const ACTIONS = 'actions';

/** Whether a key of the list is of what a file keeps under a name. */
export const isOfKept = (name: KeptListName, key: string): boolean => {
  const isOfActions = key.startsWith(ACTION_SESSION) || key.split('/', 1)[0] === ACTIONS;
  return listOfKept(name) !== 'sessions' || (name === 'actions') === isOfActions;
};

export interface MergeSource {
  name: string;
  sha256: string;
  format?: string;
}

/** What a merge reads of a file. */
export interface MergeFile {
  /** As JSON. */
  config: Readonly<Record<string, Json>>;
  sources: readonly MergeSource[];
  /** JSON texts. */
  kept: Readonly<Partial<Record<KeptListName, string>>>;
  /** Hash of the counts that its pages show; null without any. */
  shownCounts: string | null;
  /** Null in a file of a version that had none. */
  history: SaveHistory | null;
}

export type FileKeys = Readonly<Record<MergedListName, DocumentKeys>>;

/** Configuration keys that list files by name. */
export const FILE_LISTS = [
  ...['qpvs', 'rep', 'positions', 'cites', 'followed', 'staff', 'teams', 'actions', 'partners'],
  ...['correspondents', 'milestones', 'groups', 'members', 'availabilities', 'rooms', 'sessions', 'calendar']
];
/** Documents that are a list of items with an id, and where it stands. */
export const ITEM_LISTS: Partial<Record<KeptListName, string>> = { plans: 'scenarios', meetings: 'items' };
/** What a document says of itself. */
export const OF_ITSELF = ['version', 'format', 'territory'];
const VERSION = 1;

const isJsonRecord = (value: unknown): value is Readonly<Record<string, Json>> => isRecord(value);
const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];

const recordOf = (value: Json | undefined): Readonly<Record<string, Json>> =>
  value !== undefined && isJsonRecord(value) ? value : {};

/** The document of a kept text; null where it is none that this version wrote: it is then one value. */
export function documentOf(text: string | undefined): Readonly<Record<string, Json>> | null {
  const value = parsedJson(text ?? '');
  return isJsonRecord(value) && value.version === VERSION ? value : null;
}

/** Keys of each list of a file. */
export function fileKeys(file: MergeFile): FileKeys {
  const lists = Object.fromEntries(MERGED_LISTS.map((name) => [name, noKeys()])) as Record<
    MergedListName,
    DocumentKeys
  >;
  const folders = releaseFolders(file);
  addReleases(lists.releases, file, folders);
  addSources(lists, file, folders);
  addConfig(lists, file.config);
  for (const name of KEPT_LISTS) addKept(lists[listOfKept(name)], name, file.kept[name]);
  return lists;
}

/** The key of a text that cannot be told apart. */
export const WHOLE = '*';

function addKept(into: DocumentKeys, name: KeptListName, text: string | undefined): void {
  if (text === undefined) return;
  const document = documentOf(text);
  if (!document) return void into.keys.set(name === 'actions' ? ACTIONS : WHOLE, text);
  const list = ITEM_LISTS[name];
  if (list !== undefined) {
    addItems(into, listOfKept(name), { shape: 'ids', items: listOf(document[list]) }, []);
    return;
  }
  const own = Object.entries(document).filter(([key]) => !OF_ITSELF.includes(key));
  for (const [key, value] of own)
    if (name !== 'actions')
      addKeys(into, listOfKept(name), value, name === 'sessions' ? ['story', key] : [key]);
    else if (key !== 'sessions' && key !== REMOVED) addKeys(into, 'sessions', value, [ACTIONS, key]);
  if (name === 'actions') addSessions(into, recordOf(document.sessions), recordOf(document[REMOVED]));
}

/** Says that a session of the list was taken out: it is then one value, so that what another person changed in it is asked. */
export const REMOVED = 'removed';

function addSessions(
  into: DocumentKeys,
  edits: Readonly<Record<string, Json>>,
  removed: Readonly<Record<string, Json>>
): void {
  for (const [id, edit] of Object.entries(edits))
    if (!(id in removed)) addKeys(into, 'sessions', edit, [ACTION_SESSION + id]);
  for (const id of Object.keys(removed))
    into.keys.set(keyOfPath([ACTION_SESSION + id]), {
      [REMOVED]: true,
      ...(id in edits && { edit: edits[id]! })
    });
}

const CUBE = '/cube.json';
const REPORT = '/report.json';
const isOfRelease = (name: string, folders: readonly string[]): boolean =>
  folders.some((folder) => name === folder + CUBE || name === folder + REPORT);

/** Folders of the releases of a file, in the order of their publication. */
function releaseFolders({ config, sources }: Pick<MergeFile, 'config' | 'sources'>): string[] {
  const listed = listOf(config.pathways).filter(isText);
  const held = sources
    .filter(({ format }) => format === 'protected-counts')
    .map(({ name }) => name.replace(/\/[^/]*$/, ''));
  return [...new Set([...listed, ...held])];
}

function addReleases(into: DocumentKeys, file: MergeFile, folders: readonly string[]): void {
  const hashes = new Map(file.sources.map(({ name, sha256 }) => [name, sha256]));
  const listed = listOf(file.config.pathways);
  into.arrays.set('', { shape: 'texts', order: folders });
  for (const folder of folders) {
    const cube = hashes.get(folder + CUBE) ?? file.shownCounts;
    const value = { cube, report: hashes.get(folder + REPORT) ?? null, listed: listed.includes(folder) };
    into.keys.set(keyOfPath([folder]), value);
  }
}

/** A source is its bytes and the lists that name it, which come and go with it. */
function addSources(
  lists: Record<MergedListName, DocumentKeys>,
  file: MergeFile,
  folders: readonly string[]
): void {
  const own = file.sources.filter(({ name }) => !isOfRelease(name, folders));
  const uses = new Map(own.map(({ name }) => [name, new Set<string>()]));
  const named = (list: string, name: Json) => {
    const use = isText(name) ? uses.get(name) : undefined;
    if (use) use.add(list);
    else lists.config.keys.set(keyOfPath([list, isText(name) ? name : canonicalJson(name)]), name);
  };
  for (const { list, names } of namedFiles(file.config)) for (const name of names) named(list, name);
  lists.sources.arrays.set('', { shape: 'texts', order: own.map(({ name }) => name) });
  for (const { name, sha256 } of own)
    lists.sources.keys.set(keyOfPath([name]), { sha256, lists: [...uses.get(name)!].sort() });
}

/** The files that a configuration lists, by list: `staff`, `schools ips`. */
export function namedFiles(config: MergeFile['config']): { list: string; names: readonly Json[] }[] {
  const schools = listOf(config.schools).flatMap((one) =>
    isJsonRecord(one)
      ? Object.entries(one).map(([kind, name]) => ({ list: `schools ${kind}`, names: [name] }))
      : [{ list: 'schools ', names: [one] }]
  );
  return [...FILE_LISTS.map((list) => ({ list, names: listOf(config[list]) })), ...schools];
}

const APART = ['matches', 'corrections', 'pathways', 'schools', ...FILE_LISTS];

function addConfig(lists: Record<MergedListName, DocumentKeys>, config: MergeFile['config']): void {
  for (const [key, value] of Object.entries(config).sort(byKey))
    if (!APART.includes(key)) addKeys(lists.config, 'config', value, [key]);
  if (config.matches !== undefined) addKeys(lists.matches, 'matches', config.matches, []);
  const corrections = listOf(config.corrections);
  const order = corrections.map(cellOf);
  lists.corrections.arrays.set('', { shape: 'records', order });
  for (const [at, correction] of corrections.entries()) lists.corrections.keys.set(order[at]!, correction);
}

/**
 * What two files are compared by, and a person is shown: of a correction, its value alone. Where its row stands now is no change of anybody, and
 * what was found in it is told to nobody. Of a release, its counts: its report says how long they took.
 */
export function comparedValue(where: MergedListName, value: Json): Json {
  if (!isJsonRecord(value)) return value;
  if (where === 'corrections') return value.value ?? null;
  const { cube = null, report = null, listed = false } = value;
  return where === 'releases' ? { counts: cube ?? report, listed } : value;
}

/** A cell: its file, its row by what else stands on it, its column. Rows alike but for this cell are told apart by a hash of what it held. */
function cellOf(correction: Json): string {
  if (!isJsonRecord(correction)) return canonicalJson(correction);
  const { file = '', mark, row = '', column = '', found = '' } = correction;
  const place = mark === undefined ? String(row) : `${String(mark)}.${hashOf(found).slice(0, 4)}`;
  return keyOfPath([String(file), place, String(column)]);
}
