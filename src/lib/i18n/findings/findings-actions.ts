// Words for the sessions of actions: what their file cannot say, and what is doubtful in it.
import { shapeWords, type FindingLexicon } from './finding-words.ts';

export const ACTION_FINDINGS: FindingLexicon = {
  'actions-value': shapeWords('valeur incorrecte', 'wrong value', {
    fr: 'Corrigez la valeur ; le guide des actions donne la forme du fichier.',
    en: 'Correct the value; the guide of actions gives the form of the file.'
  }),
  'actions-id-twice': {
    title: { fr: 'identifiant en double', en: 'identifier given twice' },
    fr: 'l’identifiant « {found} » est déjà celui d’une réunion ou d’une séance',
    en: 'the identifier “{found}” is already that of a meeting or a session',
    fix: {
      fr: 'Donnez à chaque réunion et à chaque séance son identifiant.',
      en: 'Give each meeting and each session an identifier of its own.'
    }
  },
  'actions-listed-twice': {
    title: { fr: 'salle ou personne en double', en: 'room or person listed twice' },
    fr: '« {found} » figure deux fois ; ses périodes sont lues ensemble',
    en: '“{found}” stands twice; its periods are read together',
    fix: { fr: 'Gardez une seule ligne.', en: 'Keep one row.' }
  },
  'actions-delays': {
    title: { fr: 'délais en désordre', en: 'delays out of order' },
    fr: 'les délais {found} font demander après la date limite',
    en: 'the delays {found} ask after the latest day',
    fix: {
      fr: 'Donnez d’abord le plus grand nombre de jours.',
      en: 'Give the larger number of days first.'
    }
  },
  'actions-unread-key': {
    title: { fr: 'clé inconnue', en: 'unknown key' },
    fr: 'la clé « {found} » est inconnue ; elle n’est pas lue',
    en: 'the key “{found}” is unknown; it is not read',
    fix: { fr: 'Vérifiez son orthographe.', en: 'Check its spelling.' }
  }
};
