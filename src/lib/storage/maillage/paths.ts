// Names of the entries of a `.maillage`: what may stand where.
import { TERRITORY_FOLDERS } from '../../model/territory-files.ts';

export const MANIFEST = 'maillage.json';
const SOURCES = 'sources/';
const KEPT = 'kept/';
const FINDINGS = 'findings.json';

/** Data alone: nothing that a browser would run when the territory is published. */
const DATA = /^[a-z]+(\/[A-Za-z0-9_][\w.-]*){1,2}\.(json|geojson|csv|arrow|parquet|bin|pmtiles|xlsx)$/;
const LOGO = /^territory\/logo\.(svg|png)$/;
const KEPT_ENTRY =
  /^kept\/(maillage\.(?:plans|reunions|seance|decision|calendrier|bilan|actions)\.\d{9})\.json$/;

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u001f\u007f\\]|^[A-Za-z]:/;
const MAX_PATH = 300;

/** Whether a name is a relative path of plain segments. */
export const isSafePath = (name: string): boolean =>
  name.length <= MAX_PATH &&
  !FORBIDDEN.test(name) &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

export const isTerritoryPath = (path: string): boolean => {
  const [folder] = path.split('/');
  return (
    path === FINDINGS ||
    ((TERRITORY_FOLDERS as readonly string[]).includes(folder!) && DATA.test(path)) ||
    LOGO.test(path)
  );
};
export const isLogo = (path: string): boolean => LOGO.test(path);
export const isJson = (path: string): boolean => /\.(geo)?json$/.test(path);

/** Entries that a territory can do without: maps, road graphs, tables to take away, original files, plans and stories. */
const SPARE = /^(?:map|sources|kept)\/|^graph\/[^/]+\.bin$|^downloads\/(?!cube\.json$)/;
export const isSpare = (path: string): boolean => SPARE.test(path);

export const isOutlines = (path: string): boolean => /^map\/[^/]+\.geojson$/.test(path);

/** Storage key of an entry of `kept/`; null for another entry. */
export const keyOfKept = (path: string): string | null => KEPT_ENTRY.exec(path)?.[1] ?? null;
export const pathOfKept = (key: string): string => `${KEPT}${key}.json`;

/** Entry of a source: its own name, but for what no path may hold. */
export const pathOfSource = (name: string): string =>
  SOURCES +
  name
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[%/\\:*?"<>|\u0000-\u001f\u007f]|^\.+/g, (all) =>
      [...all].map((one) => `%${one.codePointAt(0)!.toString(16).padStart(2, '0')}`).join('')
    );
