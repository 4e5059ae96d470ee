// The words of findings-demand.ts in English.
import { quotedEn as quoted, shapeWords, type FindingLexicon } from './finding-words.ts';

const shape = shapeWords('found', 'expected', '');

export const DEMAND_FINDINGS_EN: FindingLexicon = {
  'forecast-value': shape(
    'wrong value',
    'Correct the value; the guide of the future gives the form of the file.'
  ),
  'forecast-length': shape(
    'wrong number of counts',
    'Give one count a year; the guide of the future tells how a protected count is written.'
  ),
  'forecast-twice': {
    title: 'year or series given twice',
    what: ({ found }) => `${found ?? 'this row'} stands twice`,
    fix: 'Keep one of the two.'
  },
  'forecast-negative': {
    title: 'negative count',
    what: ({ found }) => `the count${quoted(found)} is negative; it is taken as unknown, never as zero`,
    fix: 'Correct it, or write it as an unknown count.'
  },
  'forecast-disorder': {
    title: 'years out of order',
    what: ({ found }) => `the years are not in order (${found ?? ''}); they are put in order`,
    fix: 'Check that each count stands under its year.'
  },
  'forecast-gap': {
    title: 'missing year',
    what: ({ found }) =>
      `the year ${found ?? ''} is missing; the series is read with a gap, never with a zero`,
    fix: 'Add the year if its counts are known.'
  },
  'forecast-horizon': {
    title: 'forecast too far ahead',
    what: ({ found }) =>
      `${found ?? ''} years are asked for; three at most are forecast, since the range says nothing beyond`
  },
  'forecast-few-years': {
    title: 'too few years',
    what: ({ found }) =>
      `too few known years (${found ?? ''}): growth and its uncertainty cannot be measured, nothing is forecast`,
    fix: 'Add the years before.'
  },
  'forecast-protected': {
    title: 'protected series',
    what: ({ found }) => `no count of ${found ?? 'this series'} is published; it has no forecast`
  },
  'forecast-all-protected': {
    title: 'all counts are protected',
    what: () => 'no count is published; nothing is forecast'
  },
  'forecast-gone': {
    title: 'counts fallen to zero',
    what: () => 'all counts fell to zero: the forecast is zero, with its range',
    fix: 'Check that these zeros are not unknown counts.'
  }
};
