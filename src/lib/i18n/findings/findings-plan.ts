// Words for a plan file that cannot be taken, or not in whole.
import type { Finding } from '../../model/findings.ts';
import { fill } from '../template.ts';
import type { FindingLexicon } from './finding-words.ts';

/** `expected` is a number of lines. */
const linesOf = (fr: string, en: string) => ({
  fr: (finding: Finding) =>
    fill(`{expected} ${finding.expected === '1' ? 'ligne' : 'lignes'} ${fr}`, finding),
  en: (finding: Finding) => fill(`{expected} ${finding.expected === '1' ? 'line' : 'lines'} ${en}`, finding)
});

const AGAIN = { fr: 'Exportez le fichier de nouveau.', en: 'Export the plan again.' };
const OWN_FILE = {
  fr: 'Choisissez un fichier que cette page a exporté.',
  en: 'Choose a file that this page exported.'
};

export const PLAN_FINDINGS: FindingLexicon = {
  'plan-empty': {
    title: { fr: 'fichier vide', en: 'empty plan file' },
    fr: 'ce fichier est vide',
    en: 'this file is empty',
    fix: AGAIN
  },
  'plan-not-json': {
    title: { fr: 'fichier qui n’est pas une répartition', en: 'not a plan' },
    fr: 'ce fichier ne contient pas de répartition de Maillage',
    en: 'this file is not a plan: its text is not JSON',
    fix: OWN_FILE
  },
  'plan-truncated': {
    title: { fr: 'fichier coupé', en: 'plan file cut short' },
    fr: 'ce fichier s’arrête avant sa fin : il est sans doute coupé',
    en: 'this file stops before its end: it was probably cut short',
    fix: { fr: 'Copiez-le ou exportez-le de nouveau.', en: 'Copy or export it again.' }
  },
  'plan-too-large': {
    title: { fr: 'fichier trop grand', en: 'file too large' },
    fr: 'ce fichier est bien trop grand pour une répartition (1 Mo au plus)',
    en: 'this file is far too large for a plan (1 MB at most)',
    fix: OWN_FILE
  },
  'plan-unreadable': {
    title: { fr: 'fichier illisible', en: 'unreadable file' },
    fr: 'ce fichier ne peut pas être ouvert',
    en: 'this file cannot be opened',
    fix: {
      fr: 'Vérifiez que c’est bien un fichier et que vous avez le droit de le lire.',
      en: 'Check that it is a file, and that you may read it.'
    }
  },
  'plan-foreign': {
    title: { fr: 'fichier qui n’est pas une répartition', en: 'not a plan' },
    fr: 'ce fichier ne contient pas de répartition de Maillage',
    en: 'this file is JSON, but not a Maillage plan',
    fix: OWN_FILE
  },
  'meeting-plan-foreign': {
    title: { fr: 'fichier qui n’est pas un calendrier de réunions', en: 'not a plan of meetings' },
    fr: 'ce fichier ne contient pas de calendrier de réunions de Maillage',
    en: 'this file is JSON, but not a plan of meetings of Maillage',
    fix: {
      fr: 'Choisissez un fichier que la page Réunions a exporté.',
      en: 'Choose a file that the page Réunions exported.'
    }
  },
  'meeting-plan-malformed': {
    title: { fr: 'calendrier de réunions mal écrit', en: 'plan of meetings badly written' },
    fr: 'la partie « {column} » de ce calendrier ne peut pas être lue[, trouvé « {found} »|, elle manque]',
    en: 'the part “{column}” of this plan cannot be read[, found “{found}”|, it is missing]',
    fix: AGAIN
  },
  'plan-version': {
    title: { fr: 'fichier d’une autre version', en: 'plan of another version' },
    fr: 'ce fichier est d’une autre version[ « {found} »] ; ce site lit la version {expected}',
    en: 'this plan is of another version ({found}); this site reads version {expected}',
    fix: {
      fr: 'Ouvrez-le avec le site qui l’a écrit, ou mettez ce site à jour.',
      en: 'Open it with the site that wrote it, or update this site.'
    }
  },
  'plan-territory': {
    title: { fr: 'fichier d’un autre territoire', en: 'plan of another territory' },
    fr: 'ce fichier est d’un autre territoire (SIREN[ « {found} »], ici « {expected} »)',
    en: 'this plan is of another territory (SIREN {found}, here {expected})',
    fix: { fr: 'Ouvrez-le sur le site de son territoire.', en: 'Open it on the site of its territory.' }
  },
  'plan-malformed': {
    title: { fr: 'répartition mal écrite', en: 'badly written plan' },
    fr: '« {column} » devrait être une liste de noms[, trouvé « {found} »|, elle manque]',
    en: '“{column}” should be a list of names[, found {found}|, it is missing]',
    fix: AGAIN
  },
  'plan-no-school': {
    title: { fr: 'répartition sans école connue', en: 'plan without a known school' },
    fr: 'aucune ligne de cette répartition ne donne une école d’ici à un référent d’ici',
    en: 'no line of this plan gives a school of this place to a caseworker of this place',
    fix: {
      fr: 'Vérifiez que c’est bien une répartition de ce territoire.',
      en: 'Check that it is a plan of this territory.'
    }
  },
  'plan-unknown-school': {
    title: { fr: 'école inconnue', en: 'unknown school' },
    ...linesOf(
      'd’écoles inconnues ici, laissées de côté ({found})',
      'of schools unknown here, left out ({found})'
    ),
    fix: {
      fr: 'Une école fermée ou renumérotée peut en être la cause.',
      en: 'A school that closed or changed number may be why.'
    }
  },
  'plan-unknown-post': {
    title: { fr: 'référent inconnu', en: 'unknown caseworker' },
    ...linesOf('de référents inconnus ici ({found})', 'of caseworkers unknown here ({found})'),
    fix: {
      fr: 'Leurs écoles restent sans référent : donnez-les à la main.',
      en: 'Their schools stay without a caseworker in this plan: give them by hand.'
    }
  },
  'plan-unknown-coordinator': {
    title: { fr: 'coordination inconnue', en: 'unknown coordinator' },
    ...linesOf('de coordinations inconnues ici ({found})', 'of coordinations unknown here ({found})'),
    fix: {
      fr: 'Leurs référents restent sans coordination.',
      en: 'Their caseworkers stay without a coordinator in this plan.'
    }
  },
  'split-commune-criteria': {
    title: { fr: 'critères d’une commune laissés de côté', en: 'criteria of a commune left out' },
    fr: 'critères d’une commune qui n’ont pas de sens ici, laissés de côté ({found})',
    en: 'criteria of a commune that mean nothing here, left out ({found})',
    fix: {
      fr: 'La commune suit l’ensemble, ou ceux de ses critères qui restent : voyez « Réglages par commune ».',
      en: 'The commune follows the whole territory, or those of its criteria that remain: see “Settings by commune”.'
    }
  },
  'plan-setting': {
    title: { fr: 'réglage inconnu', en: 'unknown setting' },
    fr: 'réglage inconnu ou hors limites, laissé à sa valeur d’origine ({found})',
    en: 'setting unknown or out of bounds, left at its usual value ({found})',
    fix: {
      fr: 'Vérifiez les règles affichées avant de chercher une répartition.',
      en: 'Check the rules on screen before looking for a split.'
    }
  }
};
