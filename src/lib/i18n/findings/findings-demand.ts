// Words for a forecast: what its file cannot say, and what has no forecast.
import { quoted, type FindingLexicon } from './finding-words.ts';

const shape = (title: string, fix?: string): FindingLexicon[string] => ({
  title,
  ...(fix && { fix }),
  what: ({ expected, found }) => `${title} : attendu ${expected ?? ''}${found ? `, trouvé ${found}` : ''}`
});

export const DEMAND_FINDINGS: FindingLexicon = {
  'forecast-value': shape(
    'valeur incorrecte',
    'Corrigez la valeur ; le guide de l’avenir donne la forme du fichier.'
  ),
  'forecast-length': shape(
    'nombre d’effectifs incorrect',
    'Donnez un effectif par année ; le guide de l’avenir dit comment écrire un effectif protégé.'
  ),
  'forecast-twice': {
    title: 'année ou série en double',
    what: ({ found }) => `${found ?? 'cette ligne'} figure deux fois`,
    fix: 'Gardez une seule des deux.'
  },
  'forecast-negative': {
    title: 'effectif négatif',
    what: ({ found }) =>
      `l’effectif${quoted(found)} est négatif ; il est pris comme inconnu, jamais comme zéro`,
    fix: 'Corrigez-le, ou écrivez-le comme un effectif inconnu.'
  },
  'forecast-disorder': {
    title: 'années en désordre',
    what: ({ found }) =>
      `les années ne sont pas dans l’ordre (${found ?? ''}) ; elles sont remises dans l’ordre`,
    fix: 'Vérifiez que chaque effectif est sous son année.'
  },
  'forecast-gap': {
    title: 'année manquante',
    what: ({ found }) => `l’année ${found ?? ''} manque ; la série est lue avec un trou, jamais avec un zéro`,
    fix: 'Ajoutez l’année si ses effectifs sont connus.'
  },
  'forecast-horizon': {
    title: 'prévision trop lointaine',
    what: ({ found }) =>
      `${found ?? ''} années sont demandées ; trois au plus sont prévues, car au-delà la fourchette ne dit plus rien`
  },
  'forecast-few-years': {
    title: 'trop peu d’années',
    what: ({ found }) =>
      `trop peu d’années connues (${found ?? ''}) : la hausse et son incertitude ne se mesurent pas, aucune prévision n’est faite`,
    fix: 'Ajoutez les années précédentes.'
  },
  'forecast-protected': {
    title: 'série protégée',
    what: ({ found }) =>
      `aucun effectif de ${found ?? 'cette série'} n’est publié ; elle n’a pas de prévision`
  },
  'forecast-all-protected': {
    title: 'tous les effectifs sont protégés',
    what: () => 'aucun effectif n’est publié ; aucune prévision n’est faite'
  },
  'forecast-gone': {
    title: 'effectifs tombés à zéro',
    what: () => 'tous les effectifs sont tombés à zéro : la prévision est zéro, avec sa fourchette',
    fix: 'Vérifiez que ces zéros ne sont pas des effectifs inconnus.'
  }
};
