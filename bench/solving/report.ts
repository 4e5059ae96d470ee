// Measures the year's report of 1,000 children over five years: its answers, and the length of their paths.
import { reportAnswers, type AnswerInput } from '../../src/lib/engines/report/index.ts';
import type { Case } from '../../src/lib/model/pathway.ts';
import { NEED_PROFILES, ORIGINS, SEXES } from '../../src/lib/model/report/case-details.ts';
import { LEVELS } from '../../src/lib/model/school.ts';
import { schoolYear } from '../../src/lib/model/school-year.ts';
import { measured, type Bench } from '../measurement.ts';

const CHILDREN = 1_000;
const YEARS = 5;
const FIRST = 2021;
const RUNS = 20;
const TARGET = { at: 'median', most: 1_000 } as const;

/** One row a child and year, each child in two or three of them. */
function dossiers(): Case[] {
  return Array.from({ length: YEARS }, (_, year) =>
    Array.from({ length: CHILDREN }, (_, at): Case => {
      const child = year * 400 + at;
      const exit = at < 400 ? `${FIRST + year + 1}-0${1 + (at % 6)}-1${at % 10}` : null;
      return {
        case_id: `F${child}`,
        school_year: schoolYear(FIRST + year),
        uai: '0590001F',
        qpv: at % 3 === 0 ? null : 'QN05930M',
        commune: '59014',
        level: LEVELS[at % 3]!,
        theme: null,
        family_id: `F${child >> 1}`,
        visits: 8,
        details: {
          sex: SEXES[at % 2]!,
          birthYear: FIRST + year - 4 - (at % 11),
          orientedBy: ORIGINS[at % 5]!,
          reasons: ['langage', 'comportement', 'absences'].slice(0, 1 + (at % 3)),
          profile: NEED_PROFILES[at % 4]!,
          entry: `${FIRST + year - 1}-1${at % 3}-0${1 + (at % 9)}`,
          exit,
          exitReason: exit && 'objectifs atteints',
          lastReview: null,
          visitDays: []
        }
      };
    })
  ).flat();
}

export const run: Bench = ({ progress }) => {
  const none = {
    schools: null,
    partners: null,
    correspondents: null,
    teams: null,
    records: null,
    posts: null,
    actions: null
  };
  const input: AnswerInput = {
    ...none,
    year: schoolYear(FIRST + YEARS - 1),
    today: '2026-06-30',
    settings: { carrier: null, communes: null, qpvs: null, cites: null },
    cases: { rows: dossiers() },
    kept: null
  };
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    reportAnswers(input);
    return performance.now() - began;
  });
  progress(`bilan : ${input.cases!.rows.length} lignes, ${RUNS} fois`);
  return Promise.resolve([measured('bilan : 1 000 enfants sur 5 ans', 'ms', times, TARGET)]);
};
