// From a whole small territory, each list, each column that a list may lack, and each pair of lists is taken away in turn: what it alone tells is
// unknown, never 0; and with whole lists, a true 0 is 0.
import { describe, expect, it } from 'vitest';
import { keyFigures } from '../../../src/lib/cube/figures.ts';
import { unfiltered } from '../../../src/lib/cube/filter.ts';
import { latestYear } from '../../../src/lib/cube/dashboard.ts';
import { publicProgramme } from '../../../src/lib/cube/public-programme.ts';
import { DemandState } from '../../../src/lib/features/demand/demand-state.svelte.ts';
import { meansYears } from '../../../src/lib/features/demand/means-years.ts';
import { reportOf } from '../../../src/lib/figures/report.svelte.ts';
import { publicFigures } from '../../../src/lib/figures/verdict-figures.ts';
import { postsRequest } from '../../../src/lib/figures/posts-request.ts';
import { knownAssignment } from '../../../src/lib/model/assignment/assignment-file.ts';
import type { Case } from '../../../src/lib/model/pathway.ts';
import { NO_DETAILS } from '../../../src/lib/model/report/case-details.ts';
import {
  COLUMNS,
  LISTS,
  territoryWithout,
  type Away,
  type ReadTerritory
} from '../../fixtures/territory/lists-away.ts';

const YEAR = '2022-2023';
const TODAY = '2023-06-30';
/** Two children of this year and one of the last; `details` are the columns that their file has. */
const casesWith = (details: Partial<typeof TOLD>): Case[] =>
  (['2022-2023', '2022-2023', '2021-2022'] as const).map((school_year, at) => ({
    ...{
      case_id: `e${at % 2}`,
      school_year,
      uai: null,
      qpv: null,
      commune: '59350',
      level: 'maternelle' as const
    },
    ...{ theme: null, family_id: null, visits: null, details: { ...NO_DETAILS, ...details } }
  }));
const TOLD = { sex: 'F', birthYear: 2018, orientedBy: 'school', profile: 2, exit: null } as const;
const OF_COLUMN = {
  sex: /^children\.(girls|boys|sexUnknown)$/,
  birthYear: /^children\.age\./,
  orientedBy: /^children\.orientedBy\./,
  profile: /^children\.profile\./,
  exit: /^children\.(open|ended)$|^paths\.length/
} as const;

/** Answers that a list alone tells, and those that a column of it does. */
const OF_LIST: Record<string, RegExp> = {
  followed: /^schools\./,
  staff: /^staff\./,
  teams: /^meetings\.planned$/,
  actions: /^money\./,
  partners: /^partners\.(total|category)/,
  correspondents: /^partners\.(named|vacant)$/,
  'actions.csv theme': /^money\.byTheme\.(?!none)/,
  'actions.csv financement_etat': /^money\.byFunder\.etat$/,
  'actions.csv financement_epci': /^money\.byFunder\.epci$/
};

const tab = (cases: Case[] | null) => ({
  cases: cases && { rows: cases },
  records: null,
  kept: { typed: {}, given: {} },
  today: TODAY
});
const answersOf = ({ cube, programme, assignment }: ReadTerritory, cases: Case[] | null = null) =>
  reportOf({ dashboard: { ...cube.dashboard, years: [YEAR] }, programme, assignment }, tab(cases)).answers;

/** What each list taken away leaves unknown, on every page that reads these functions. */
function unknowns(territory: ReadTerritory): Record<string, readonly unknown[]> {
  const { cube, programme, assignment } = territory;
  const filter = unfiltered(latestYear(cube.dashboard));
  const of = (place: typeof filter.place) => {
    const figures = keyFigures(cube, { ...filter, place });
    return (name: string) => {
      const { count, change, series } = figures.find((one) => one.name === name)!;
      return [count.value, change, ...series.map(({ value }) => value)];
    };
  };
  const [all, here] = [of(null), of({ kind: 'commune', code: '59350' })];
  const view = postsRequest({ cube, file: assignment, today: TODAY });
  const years = meansYears(new DemandState(cube), { view, chosen: null });
  const verdicts = publicFigures(cube, publicProgramme(programme), null);
  return {
    followed: [
      ...['followed', 'waiting', 'pupils'].flatMap((name) => [...all(name), ...here(name)]),
      ...[view.followed, view.answer, view.requests, verdicts.waiting],
      ...years.flatMap(({ followed, waiting, added }) => [followed, waiting, added]),
      knownAssignment(assignment)
    ],
    staff: [view.fte, view.answer, assignment, ...years.flatMap(({ posts, added }) => [posts, added])],
    teams: [...all('meetings'), ...here('meetings')],
    actions: [...all('budget'), ...here('budget'), verdicts.themes, ...years.map(({ budget }) => budget)],
    correspondents: [verdicts.correspondents],
    pathways: [...all('children'), ...here('children')],
    'suivies.csv referent': [knownAssignment(assignment)],
    'actions.csv theme': [verdicts.themes]
  };
}

async function check(away: Away): Promise<void> {
  const territory = await territoryWithout(away);
  const gone = [...(away.lists ?? []), ...(away.columns ?? [])];
  const told = unknowns(territory);
  const answers = answersOf(territory);
  for (const one of gone) {
    for (const value of told[one] ?? []) expect(value ?? null, one).toBeNull();
    const asked = answers.filter(({ id }) => OF_LIST[one]?.test(id));
    expect(
      asked.filter(({ value, last }) => value !== null || last !== null).map(({ id }) => id),
      one
    ).toEqual([]);
  }
}

const columns = Object.entries(COLUMNS).flatMap(([file, own]) => own.map((column) => `${file} ${column}`));
/** Every pair in the long runs, one of four in the verdict. */
const pairs = LISTS.flatMap((one, at) => LISTS.slice(at + 1).map((other) => [one, other] as const)).filter(
  (_, at) => process.env['SOAK'] || at % 4 === 0
);

describe('what nobody tells is unknown', () => {
  it.each(LISTS)('without the list « %s »', (list) => check({ lists: [list] }));
  it.each(columns)('without the column « %s »', (column) => check({ columns: [column] }));
  it('without any two lists', async () => {
    for (const lists of pairs) await check({ lists });
  });
  it.each(Object.keys(OF_COLUMN) as (keyof typeof OF_COLUMN)[])(
    'without the column of dossiers « %s »',
    async (column) => {
      const { [column]: _, ...told } = TOLD;
      const answers = answersOf(await whole, casesWith(told));
      const asked = answers.filter(({ id }) => OF_COLUMN[column].test(id));
      expect(asked.length).toBeGreaterThan(0);
      for (const { id, value, last } of asked) expect([value, last], id).toEqual([null, null]);
    }
  );
});

const whole = territoryWithout({});

it('with whole lists, a true 0 is 0', async () => {
  const answers = answersOf(await whole, casesWith(TOLD));
  const zeros = answers.filter(({ value }) => value === 0).map(({ id }) => id);
  expect(zeros).toEqual(
    expect.arrayContaining([
      ...['schools.followed.college', 'schools.waiting.primaire', 'partners.vacant'],
      ...[
        'children.boys',
        'children.age.17+',
        'children.profile.4',
        'children.orientedBy.health',
        'children.ended'
      ],
      ...[
        'children.inQpv',
        'staff.other.fte',
        'money.byFunder.caf',
        'money.byFunder.communes',
        'money.byTheme.sante'
      ]
    ])
  );
  expect(answers.find(({ id }) => id === 'children.boys')?.last).toBe(0);
});
