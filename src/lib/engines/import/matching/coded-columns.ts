// Columns whose values are among a few of ours: how each is read, and which may be chosen for one that is not understood.
import type { Proposal, FormatId } from '../../../model/source-files.ts';
import { THEMES } from '../../../model/pathway.ts';
import { SESSION_STATUSES } from '../../../model/actions/action-year.ts';
import { readPeriod, readSessionStatus, readTransport } from '../../../model/actions/session-words.ts';
import { ACTION_FORMS, IN_KIND } from '../../../model/service.ts';
import { LEVELS, SCHOOL_STATUSES } from '../../../model/school.ts';
import {
  readActionLevel,
  readForm,
  readInKind,
  readLevel,
  readRole,
  readStatus,
  readTheme,
  readYes
} from '../formats/service-words.ts';
import { ORIGINS, SEXES } from '../../../model/report/case-details.ts';
import { readOrigin, readProfile, readSex } from '../formats/case-details.ts';
import { readHeld } from '../formats/correspondents.ts';
import { slugOf } from '../../../model/unaccented.ts';
import { foldValue } from './matches.ts';
import { nameLikeness, wordsOf } from './likeness.ts';

export interface CodedColumn {
  /** Our value of a text; null when it is not understood. */
  read: (text: string) => string | null;
  /** Our values, in the order of a list to choose from. */
  choices: readonly string[];
  /** Other words for a value, to find the likeliest. */
  words?: Readonly<Record<string, readonly string[]>>;
}

const LEVEL: CodedColumn = {
  read: readLevel,
  choices: LEVELS,
  words: {
    maternelle: ['petite section', 'moyenne section', 'grande section', 'toute petite section', 'cycle 1'],
    elementaire: ['primaire', 'cours préparatoire', 'cours élémentaire', 'cours moyen', 'cycle 2'],
    college: ['secondaire', 'sixième', 'cinquième', 'quatrième', 'troisième', 'cycle 4', 'SEGPA']
  }
};
const THEME: CodedColumn = {
  read: readTheme,
  choices: THEMES,
  words: {
    parentalite: ['famille', 'parents', 'soutien aux parents', 'accompagnement familial'],
    sante: ['soins', 'psychologie', 'suivi médical', 'orthophonie'],
    'expression-orale': ['langage', 'oral', 'langue', 'lecture', 'clas'],
    'estime-de-soi': ['confiance', 'relation', 'comportement', 'bien-être'],
    'culture-sport': ['loisirs', 'activités', 'sorties']
  }
};

const HELD: CodedColumn = {
  read: readHeld,
  choices: ['tenu', 'a-nommer'],
  words: { tenu: ['en place', 'fait'], 'a-nommer': ['personne', 'manque'] }
};

const CODED: Partial<Record<FormatId, Readonly<Record<string, CodedColumn>>>> = {
  'followed-schools': {
    status: {
      read: readStatus,
      choices: SCHOOL_STATUSES,
      words: {
        followed: ['active', 'accompagnée', 'ouverte', 'dans le programme'],
        waiting: ['candidate', 'en projet', 'liste d’attente', 'à venir'],
        linked: ['associée', 'collège de secteur'],
        outside: ['non concernée', 'fermée', 'terminée', 'ancienne', 'sans suivi']
      }
    }
  },
  staff: {
    role: {
      read: readRole,
      choices: ['head', 'coordinator', 'referent', 'other'],
      words: {
        head: ['cheffe de service', 'direction', 'pilotage', 'encadrement'],
        coordinator: ['coordinatrice', 'animatrice d’équipe'],
        referent: ['référente de parcours', 'accompagnatrice', 'travailleur social', 'éducatrice'],
        other: ['psychologue', 'gestion', 'agent administratif']
      }
    }
  },
  actions: {
    level: {
      read: readActionLevel,
      choices: ['ingenierie', 'intercommunal', 'communal'],
      words: {
        ingenierie: ['pilotage', 'coordination', 'poste', 'fonctionnement'],
        intercommunal: ['agglomération', 'EPCI', 'territoire'],
        communal: ['commune', 'ville', 'local', 'municipal', 'quartier']
      }
    },
    theme: THEME,
    period: {
      read: (text) => slugOf(readPeriod(text) ?? '') || null,
      choices: ['ecole', 'vacances', 'toute-l-annee'],
      words: { ecole: ['temps scolaire', 'mercredi'], vacances: ['stage', 'hors temps scolaire'] }
    },
    form: {
      read: readForm,
      choices: ACTION_FORMS,
      words: {
        individuelle: ['seul', 'enfant seul'],
        'petit-groupe': ['groupe restreint'],
        collective: ['atelier', 'classe', 'grand groupe']
      }
    },
    in_kind: {
      read: (text) => readInKind(text).join(' ; ') || null,
      choices: IN_KIND,
      words: {
        staff: ['mise a disposition', 'intervenants', 'benevolat'],
        rooms: ['lieu', 'accueil', 'hebergement'],
        material: ['pret', 'jeux', 'livres', 'transport']
      }
    }
  },
  sessions: {
    transport: {
      read: (text) => slugOf(readTransport(text) ?? '') || null,
      choices: ['a-pied', 'minibus', 'car', 'taxi', 'familles'],
      words: { minibus: ['vehicule du service', 'fourgon'], familles: ['par leurs moyens'] }
    },
    status: { read: readSessionStatus, choices: SESSION_STATUSES, words: { held: ['terminee'] } }
  },
  correspondents: {
    filled: {
      read: (text) => {
        const yes = readYes(text);
        return yes === null ? null : yes ? 'oui' : 'non';
      },
      choices: ['oui', 'non'],
      words: { oui: ['en poste', 'nommé', 'occupé'], non: ['à pourvoir', 'libre', 'en recrutement'] }
    },
    presence: HELD,
    projets: HELD,
    situations: HELD,
    administratif: HELD,
    logistique: HELD
  },
  cases: {
    level: LEVEL,
    theme: THEME,
    sex: { read: readSex, choices: SEXES },
    profile: { read: (text) => String(readProfile(text) ?? '') || null, choices: ['1', '2', '3', '4'] },
    oriented_by: {
      read: readOrigin,
      choices: ORIGINS,
      words: {
        school: ['equipe educative', 'reseau aide', 'chef etablissement'],
        'social-services': ['travailleur social', 'maison de la solidarite'],
        family: ['responsable legal', 'demande spontanee'],
        health: ['protection maternelle', 'psychologue'],
        other: ['partenaire', 'association', 'centre de loisirs']
      }
    }
  }
};

/** Coded columns of a format, by our own names. */
export const codedColumns = (id: FormatId): Readonly<Record<string, CodedColumn>> => CODED[id] ?? {};

const LEAST_LIKENESS = 0.45;
/** Of a value one word of which is understood: « CM1-CM2 », « classe de CP ». */
const WORD_UNDERSTOOD = 0.8;

/** Our values that a text may stand for, the likeliest first. */
export function proposeValues(text: string, { read, choices, words = {} }: CodedColumn): Proposal[] {
  const parts = [...wordsOf(text), ...text.split(/[-/,;+&()]/)].map(foldValue).filter(Boolean);
  const understood = new Set(parts.map(read));
  return choices
    .map((value) => {
      const named = Math.max(...[value, ...(words[value] ?? [])].map((word) => nameLikeness(text, word)));
      return { value, likeness: understood.has(value) ? Math.max(WORD_UNDERSTOOD, named) : named };
    })
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness);
}
