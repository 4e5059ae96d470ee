// Figures of the country that stand beside an answer, each with its source and year. Never a rank.
import type { NationalMark } from '../../model/report/state-report.ts';

/** By id of the answer. In 2024, 522 PREs: 85,000 children, 1,000 full-time posts of referents, 66 M€ of the State. */
export const NATIONAL_MARKS: Readonly<Record<string, NationalMark>> = {
  'children.total': { year: 2024, source: 'anct-2024', value: 163, about: 'per-pre' },
  'children.boys': { year: 2021, source: 'survey-2021', value: 58.2, unit: 'percent' },
  'children.age.2-5': { year: 2021, source: 'survey-2021', value: 14.6, unit: 'percent' },
  'children.age.6-10': { year: 2021, source: 'survey-2021', value: 52.4, unit: 'percent' },
  'children.age.11-16': { year: 2021, source: 'survey-2021', value: 31.5, unit: 'percent' },
  'children.age.17+': { year: 2021, source: 'survey-2021', value: 1.5, unit: 'percent' },
  'children.profile.2': {
    year: 2021,
    source: 'survey-2021',
    value: 77,
    unit: 'percent',
    about: 'profiles-2-and-3'
  },
  'children.profile.3': {
    year: 2021,
    source: 'survey-2021',
    value: 77,
    unit: 'percent',
    about: 'profiles-2-and-3'
  },
  'paths.lengthMedian': { year: 2021, source: 'survey-2021', value: '12-19', about: 'mean-length' },
  'paths.lengthMeanEnded': { year: 2021, source: 'survey-2021', value: '12-19', about: 'mean-length' },
  'staff.childrenPerReferent': { year: 2024, source: 'anct-2024', value: 85 },
  'money.byFunder.etat': {
    year: 2024,
    source: 'anct-2024',
    value: 780,
    about: 'per-child'
  },
  'money.cofinancingRate': { year: 2015, source: 'evaluation-2015', value: 37 },
  'money.perChild': { year: 2013, source: 'evaluation-2013', value: 850 }
};
