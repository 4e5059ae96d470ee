// Words for a plan file that cannot be taken, or not in whole.
import { quoted, type FindingLexicon } from '../finding-words.ts';

const lines = (count: string | undefined) => (count === '1' ? '1 ligne' : `${count ?? ''} lignes`);

export const PLAN_FINDINGS: FindingLexicon = {
  'plan-empty': {
    title: 'fichier de plan vide',
    what: () => 'ce fichier est vide',
    fix: 'Exportez le plan de nouveau.'
  },
  'plan-not-json': {
    title: 'fichier qui n’est pas un plan',
    what: () => 'ce fichier n’est pas un plan : son texte n’est pas du JSON',
    fix: 'Choisissez un fichier que cette page a exporté.'
  },
  'plan-truncated': {
    title: 'fichier de plan coupé',
    what: () => 'ce fichier s’arrête avant sa fin : il est sans doute coupé',
    fix: 'Copiez-le ou exportez-le de nouveau.'
  },
  'plan-too-large': {
    title: 'fichier trop grand',
    what: () => 'ce fichier est bien trop grand pour un plan (1 Mo au plus)',
    fix: 'Choisissez un fichier que cette page a exporté.'
  },
  'plan-unreadable': {
    title: 'fichier illisible',
    what: () => 'ce fichier ne peut pas être ouvert',
    fix: 'Vérifiez que c’est bien un fichier et que vous avez le droit de le lire.'
  },
  'plan-foreign': {
    title: 'fichier qui n’est pas un plan',
    what: () => 'ce fichier est du JSON, mais pas un plan de Maillage',
    fix: 'Choisissez un fichier que cette page a exporté.'
  },
  'meeting-plan-foreign': {
    title: 'fichier qui n’est pas un plan de réunions',
    what: () => 'ce fichier est du JSON, mais pas un plan de réunions de Maillage',
    fix: 'Choisissez un fichier que la page Réunions a exporté.'
  },
  'meeting-plan-malformed': {
    title: 'plan de réunions mal écrit',
    what: ({ column, found }) =>
      `la partie « ${column ?? ''} » de ce plan ne peut pas être lue${found ? `, trouvé${quoted(found)}` : ', elle manque'}`,
    fix: 'Exportez le plan de nouveau.'
  },
  'plan-version': {
    title: 'plan d’une autre version',
    what: ({ found, expected }) =>
      `ce plan est d’une autre version${quoted(found)} ; ce site lit la version ${expected ?? ''}`,
    fix: 'Ouvrez-le avec le site qui l’a écrit, ou mettez ce site à jour.'
  },
  'plan-territory': {
    title: 'plan d’un autre territoire',
    what: ({ found, expected }) =>
      `ce plan est d’un autre territoire (SIREN${quoted(found)}, ici « ${expected ?? ''} »)`,
    fix: 'Ouvrez-le sur le site de son territoire.'
  },
  'plan-malformed': {
    title: 'plan mal écrit',
    what: ({ column, found }) =>
      `« ${column ?? ''} » devrait être une liste de noms${found ? `, trouvé${quoted(found)}` : ', elle manque'}`,
    fix: 'Exportez le plan de nouveau.'
  },
  'plan-no-school': {
    title: 'plan sans école connue',
    what: () => 'aucune ligne de ce plan ne donne une école d’ici à un référent d’ici',
    fix: 'Vérifiez que c’est bien un plan de ce territoire.'
  },
  'plan-unknown-school': {
    title: 'école inconnue',
    what: ({ found, expected }) =>
      `${lines(expected)} d’écoles inconnues ici, laissées de côté (${found ?? ''})`,
    fix: 'Une école fermée ou renumérotée peut en être la cause.'
  },
  'plan-unknown-post': {
    title: 'référent inconnu',
    what: ({ found, expected }) => `${lines(expected)} de référents inconnus ici (${found ?? ''})`,
    fix: 'Leurs écoles restent sans référent dans ce plan : donnez-les à la main.'
  },
  'plan-unknown-coordinator': {
    title: 'coordination inconnue',
    what: ({ found, expected }) => `${lines(expected)} de coordinations inconnues ici (${found ?? ''})`,
    fix: 'Leurs référents restent sans coordination dans ce plan.'
  },
  'plan-setting': {
    title: 'réglage inconnu',
    what: ({ found }) => `réglage inconnu ou hors limites, laissé à sa valeur d’origine (${found ?? ''})`,
    fix: 'Vérifiez les règles affichées avant de chercher un découpage.'
  }
};
