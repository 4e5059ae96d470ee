// Why the database or one of its tables cannot be had, in French: what happened, what remains, what to do.

/** The shape of a table error; its codes are those of tables/table-error.ts. */
export interface TableTrouble {
  code: string;
  table?: string | undefined;
  found?: string | undefined;
  expected?: string | undefined;
}

export interface TroubleWords {
  what: (table: string, trouble: TableTrouble) => string;
  fix: string;
}

const RETRY = 'Réessayez.';
const RELOAD = 'Rechargez la page : le site a peut-être été mis à jour.';
const CONNECTION = 'Vérifiez la connexion, puis réessayez.';
const REBUILD = 'Le site doit être publié de nouveau : prévenez la personne qui l’administre.';
const BROWSER = 'Ouvrez le site dans une version récente de Firefox, de Chrome, d’Edge ou de Safari.';

const of = ({ found, expected }: TableTrouble): string =>
  found !== undefined && expected !== undefined ? ` (${found} au lieu de ${expected})` : '';

const WORDS: Record<string, TroubleWords> = {
  'no-webassembly': {
    what: () =>
      'Ce navigateur ne peut pas faire fonctionner la base de données (WebAssembly manque ou est désactivé)',
    fix: BROWSER
  },
  'engine-unreachable': {
    what: () => 'Le moteur de la base de données n’a pas pu être téléchargé en entier',
    fix: CONNECTION
  },
  'engine-failed': { what: () => 'Le moteur de la base de données s’est arrêté', fix: RETRY },
  'engine-closed': { what: () => 'La base de données a été fermée', fix: RETRY },
  'out-of-memory': {
    what: (table) => `La mémoire manque pour ${table ? `charger ${table}` : 'ouvrir la base de données'}`,
    fix: 'Fermez d’autres onglets, puis réessayez.'
  },
  'manifest-missing': { what: () => 'La liste des tables est introuvable sur le site', fix: REBUILD },
  'manifest-unreachable': { what: () => 'La liste des tables n’a pas pu être téléchargée', fix: CONNECTION },
  'manifest-invalid': { what: () => 'La liste des tables est illisible', fix: REBUILD },
  'manifest-version': {
    what: (_table, trouble) => `La liste des tables est d’une autre version que le site${of(trouble)}`,
    fix: RELOAD
  },
  'table-absent': {
    what: (table) => `${table} n’a pas été produite pour ce territoire`,
    fix: 'Les autres tables répondent.'
  },
  'table-missing': { what: (table) => `${table} est introuvable sur le site`, fix: REBUILD },
  'table-unreachable': { what: (table) => `${table} n’a pas pu être téléchargée`, fix: CONNECTION },
  'table-truncated': {
    what: (table, { found, expected }) =>
      `${table} est incomplète (${octets(found)} reçus sur ${octets(expected)})`,
    fix: CONNECTION
  },
  'table-altered': { what: (table) => `${table} n’est pas celle que le site annonce`, fix: RELOAD },
  'table-unreadable': { what: (table) => `${table} est illisible`, fix: REBUILD },
  'table-version': {
    what: (table, trouble) => `${table} est d’une autre version que le site${of(trouble)}`,
    fix: RELOAD
  },
  'table-columns': {
    what: (table, { found }) => `${table} n’a pas les colonnes attendues${found ? ` (${found})` : ''}`,
    fix: RELOAD
  },
  'table-rejected': { what: (table) => `${table} a été refusée par la base de données`, fix: RETRY },
  'table-rows': {
    what: (table, trouble) => `${table} n’a pas le nombre de lignes annoncé${of(trouble)}`,
    fix: REBUILD
  }
};

const octets = (count = ''): string => `${Number(count).toLocaleString('fr-FR')} octets`;

/** One trouble in two sentences: what happened, what to do. A code without words is quoted as it is. */
export function tableErrorSentence(trouble: TableTrouble): string {
  const words = WORDS[trouble.code];
  if (!words) return `La base de données ne peut pas être ouverte (${trouble.code}). ${RETRY}`;
  const what = words.what(trouble.table ? `la table « ${trouble.table} »` : '', trouble);
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}. ${words.fix}`;
}

/** A trouble that trying again may cure, with nothing else changed. */
export function canRetry({ code }: Pick<TableTrouble, 'code'>): boolean {
  return code !== 'no-webassembly' && WORDS[code]?.fix !== REBUILD;
}
