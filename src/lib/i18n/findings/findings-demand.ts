// Words for a forecast: what its file cannot say, and what has no forecast.
import { shapeWords, type FindingLexicon } from './finding-words.ts';

export const DEMAND_FINDINGS: FindingLexicon = {
  'forecast-value': shapeWords('valeur incorrecte', 'wrong value', {
    fr: 'Corrigez la valeur ; le guide de l’avenir donne la forme du fichier.',
    en: 'Correct the value; the guide of the future gives the form of the file.'
  }),
  'forecast-length': shapeWords('nombre d’effectifs incorrect', 'wrong number of counts', {
    fr: 'Donnez un effectif par année ; le guide de l’avenir dit comment écrire un effectif protégé.',
    en: 'Give one count a year; the guide of the future tells how a protected count is written.'
  }),
  'forecast-twice': {
    title: { fr: 'année ou série en double', en: 'year or series given twice' },
    fr: '[{found}|cette ligne] figure deux fois',
    en: '[{found}|this row] stands twice',
    fix: { fr: 'Gardez une seule des deux.', en: 'Keep one of the two.' }
  },
  'forecast-negative': {
    title: { fr: 'effectif négatif', en: 'negative count' },
    fr: 'l’effectif[ « {found} »] est négatif ; il est pris comme inconnu, jamais comme zéro',
    en: 'the count[ “{found}”] is negative; it is taken as unknown, never as zero',
    fix: {
      fr: 'Corrigez-le, ou écrivez-le comme un effectif inconnu.',
      en: 'Correct it, or write it as an unknown count.'
    }
  },
  'forecast-disorder': {
    title: { fr: 'années en désordre', en: 'years out of order' },
    fr: 'les années ne sont pas dans l’ordre ({found}) ; elles sont remises dans l’ordre',
    en: 'the years are not in order ({found}); they are put in order',
    fix: {
      fr: 'Vérifiez que chaque effectif est sous son année.',
      en: 'Check that each count stands under its year.'
    }
  },
  'forecast-gap': {
    title: { fr: 'année manquante', en: 'missing year' },
    fr: 'l’année {found} manque ; la série est lue avec un trou, jamais avec un zéro',
    en: 'the year {found} is missing; the series is read with a gap, never with a zero',
    fix: { fr: 'Ajoutez l’année si ses effectifs sont connus.', en: 'Add the year if its counts are known.' }
  },
  'forecast-horizon': {
    title: { fr: 'prévision trop lointaine', en: 'forecast too far ahead' },
    fr: '{found} années sont demandées ; trois au plus sont prévues, car au-delà la fourchette ne dit plus rien',
    en: '{found} years are asked for; three at most are forecast, since the range says nothing beyond'
  },
  'forecast-few-years': {
    title: { fr: 'trop peu d’années', en: 'too few years' },
    fr: 'trop peu d’années connues ({found}) : la hausse et son incertitude ne se mesurent pas, aucune prévision n’est faite',
    en: 'too few known years ({found}): growth and its uncertainty cannot be measured, nothing is forecast',
    fix: { fr: 'Ajoutez les années précédentes.', en: 'Add the years before.' }
  },
  'forecast-protected': {
    title: { fr: 'série protégée', en: 'protected series' },
    fr: 'aucun effectif de [{found}|cette série] n’est publié ; elle n’a pas de prévision',
    en: 'no count of [{found}|this series] is published; it has no forecast'
  },
  'forecast-all-protected': {
    title: { fr: 'tous les effectifs sont protégés', en: 'all counts are protected' },
    fr: 'aucun effectif n’est publié ; aucune prévision n’est faite',
    en: 'no count is published; nothing is forecast'
  },
  'forecast-gone': {
    title: { fr: 'effectifs tombés à zéro', en: 'counts fallen to zero' },
    fr: 'tous les effectifs sont tombés à zéro : la prévision est zéro, avec sa fourchette',
    en: 'all counts fell to zero: the forecast is zero, with its range',
    fix: {
      fr: 'Vérifiez que ces zéros ne sont pas des effectifs inconnus.',
      en: 'Check that these zeros are not unknown counts.'
    }
  }
};
