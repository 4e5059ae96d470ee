// Words for an error of the database or of one of its tables: what happened, what remains, what to do.
import type { Locale } from './locale.ts';
import { fill, type InEachLanguage } from './template.ts';

/** The shape of a table error; its codes are those of tables/table-error.ts. */
export interface TableTrouble {
  code: string;
  table?: string | undefined;
  found?: string | undefined;
  expected?: string | undefined;
}

interface TroubleWords extends InEachLanguage {
  fix: InEachLanguage;
}

const RETRY = { fr: 'Réessayez.', en: 'Try again.' };
const RELOAD = {
  fr: 'Rechargez la page : le site a peut-être été mis à jour.',
  en: 'Reload the page: the site may have been updated.'
};
const CONNECTION = {
  fr: 'Vérifiez la connexion, puis réessayez.',
  en: 'Check the connection, then try again.'
};
const REBUILD = {
  fr: 'Le site doit être publié de nouveau : prévenez la personne qui l’administre.',
  en: 'The site must be published again: tell the person who runs it.'
};

const WORDS: Readonly<Record<string, TroubleWords>> = {
  'no-webassembly': {
    fr: 'Ce navigateur ne peut pas faire fonctionner la base de données (WebAssembly manque ou est désactivé)',
    en: 'This browser cannot run the database (WebAssembly is missing or switched off)',
    fix: {
      fr: 'Ouvrez le site dans une version récente de Firefox, de Chrome, d’Edge ou de Safari.',
      en: 'Open the site in a recent version of Firefox, Chrome, Edge or Safari.'
    }
  },
  'engine-unreachable': {
    fr: 'Le moteur de la base de données n’a pas pu être téléchargé en entier',
    en: 'The database engine could not be downloaded in full',
    fix: CONNECTION
  },
  'engine-failed': {
    fr: 'Le moteur de la base de données s’est arrêté',
    en: 'The database engine has stopped',
    fix: RETRY
  },
  'engine-closed': {
    fr: 'La base de données a été fermée',
    en: 'The database has been closed',
    fix: RETRY
  },
  'out-of-memory': {
    fr: 'La mémoire manque pour [charger {table}|ouvrir la base de données]',
    en: 'There is not enough memory to [load {table}|open the database]',
    fix: {
      fr: 'Fermez d’autres onglets, puis réessayez.',
      en: 'Close other tabs, then try again.'
    }
  },
  'manifest-missing': {
    fr: 'La liste des tables est introuvable sur le site',
    en: 'The list of tables cannot be found on the site',
    fix: REBUILD
  },
  'manifest-unreachable': {
    fr: 'La liste des tables n’a pas pu être téléchargée',
    en: 'The list of tables could not be downloaded',
    fix: CONNECTION
  },
  'manifest-invalid': {
    fr: 'La liste des tables est illisible',
    en: 'The list of tables cannot be read',
    fix: REBUILD
  },
  'manifest-version': {
    fr: 'La liste des tables est d’une autre version que le site[ ({found} au lieu de {expected})]',
    en: 'The list of tables is of another version than the site[ ({found} instead of {expected})]',
    fix: RELOAD
  },
  'table-absent': {
    fr: '{table} n’a pas été produite pour ce territoire',
    en: '{table} was not made for this territory',
    fix: { fr: 'Les autres tables répondent.', en: 'The other tables answer.' }
  },
  'table-missing': {
    fr: '{table} est introuvable sur le site',
    en: '{table} cannot be found on the site',
    fix: REBUILD
  },
  'table-unreachable': {
    fr: '{table} n’a pas pu être téléchargée',
    en: '{table} could not be downloaded',
    fix: CONNECTION
  },
  'table-truncated': {
    fr: '{table} est incomplète ({received} octets reçus sur {announced} octets)',
    en: '{table} is incomplete ({received} bytes received of {announced} bytes)',
    fix: CONNECTION
  },
  'table-altered': {
    fr: '{table} n’est pas celle que le site annonce',
    en: '{table} is not the one that the site announces',
    fix: RELOAD
  },
  'table-unreadable': { fr: '{table} est illisible', en: '{table} cannot be read', fix: REBUILD },
  'table-version': {
    fr: '{table} est d’une autre version que le site[ ({found} au lieu de {expected})]',
    en: '{table} is of another version than the site[ ({found} instead of {expected})]',
    fix: RELOAD
  },
  'table-columns': {
    fr: '{table} n’a pas les colonnes attendues[ ({found})]',
    en: '{table} does not have the columns expected[ ({found})]',
    fix: RELOAD
  },
  'table-rejected': {
    fr: '{table} a été refusée par la base de données',
    en: '{table} was refused by the database',
    fix: RETRY
  },
  'table-rows': {
    fr: '{table} n’a pas le nombre de lignes annoncé[ ({found} au lieu de {expected})]',
    en: '{table} does not have the number of rows announced[ ({found} instead of {expected})]',
    fix: REBUILD
  }
};
const UNKNOWN: TroubleWords = {
  fr: 'La base de données ne peut pas être ouverte ({code})',
  en: 'The database cannot be opened ({code})',
  fix: RETRY
};
const TABLE: InEachLanguage = { fr: '[la table « {table} »]', en: '[the table “{table}”]' };

/** One trouble in two sentences: what happened, what to do. A code without words is quoted as it is. */
export function tableErrorSentence(trouble: TableTrouble, language: Locale): string {
  const words = WORDS[trouble.code] ?? UNKNOWN;
  const count = (text = '') => Number(text).toLocaleString(language);
  const what = fill(words[language], {
    ...trouble,
    table: fill(TABLE[language], trouble),
    received: count(trouble.found),
    announced: count(trouble.expected)
  });
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}. ${words.fix[language]}`;
}

/** A trouble that trying again may cure, with nothing else changed. */
export function canRetry({ code }: Pick<TableTrouble, 'code'>): boolean {
  return code !== 'no-webassembly' && WORDS[code]?.fix !== REBUILD;
}
