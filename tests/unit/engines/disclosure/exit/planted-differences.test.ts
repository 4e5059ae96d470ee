// Differences planted over the answers of the survey that stand one under the other, or that share a year: the gate lets none leave.
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../../../../src/lib/algorithms/random.ts';
import { exitGate } from '../../../../../src/lib/engines/disclosure/index.ts';
import type { PublishedCube } from '../../../../../src/lib/engines/disclosure/published-cube.ts';
import type { ReleasedFigure } from '../../../../../src/lib/model/report/exit-figure.ts';
import { exitFigureOf, variablesOf } from '../../../../../src/lib/model/report/figures-of-answers.ts';
import { bootHighs } from '../../../../../src/lib/solver/highs.ts';

const [LAST, YEAR] = ['2024-2025', '2025-2026'] as const;
const DRAWS = 8;
const solver = await bootHighs();

type Values = Record<string, number>;
type Asked = string | [id: string, form: 'count' | 'share'];

interface Planted {
  /** Answers of the year, and of the year before. */
  now: Values;
  last?: Values;
  /** What leaves together. */
  ask: Asked[];
  /** What left of the year before, and of the year. */
  left?: { last?: string[]; now?: string[] };
}

/** Numbers that a plant is made with. */
interface Draw {
  /** The count that would be found: 1 to 10 children. */
  r: number;
  /** A count that is safe by itself. */
  some: () => number;
}

const REASONS = ['objectifs-atteints', 'demenagement', 'abandon', 'relais'].map(
  (word) => `paths.endReason.${word}`
);
const [A, B, C, D] = REASONS as [string, string, string, string];
const [ENTRY_A, ENTRY_B] = ['children.reason.absences', 'children.reason.langage'] as const;

/** Every part of an axis but one is told. */
const allButOne = (parts: readonly string[]) =>
  Object.fromEntries(
    parts.map((left) => [
      `${left}, by the other parts and the total`,
      ({ r, some }: Draw): Planted => {
        const now = Object.fromEntries(parts.map((id) => [id, id === left ? r : some()]));
        now['children.total'] = Object.values(now).reduce((sum, n) => sum + n, 0);
        return { now, ask: parts.filter((id) => id !== left) };
      }
    ])
  );

const PLANTS: Record<string, (draw: Draw) => Planted> = {
  'a reason of end, by the paths that ended and the other reasons': ({ r, some }) => {
    const [a, b] = [some(), some()];
    const ended = a + b + r;
    return {
      now: {
        'children.total': ended + 118,
        'children.open': 118,
        'children.ended': ended,
        [A]: a,
        [B]: b,
        [C]: r
      },
      ask: ['children.ended', A, B]
    };
  },
  'a reason of end, by the paths that are open and the other reasons': ({ r, some }) => {
    const [a, b, open] = [some(), some(), some()];
    const ended = a + b + r;
    return {
      now: {
        'children.total': ended + open,
        'children.open': open,
        'children.ended': ended,
        [A]: a,
        [B]: b,
        [C]: r
      },
      ask: ['children.open', A, B]
    };
  },
  'those whose reason of end is not told': ({ r, some }) => {
    const [a, b, open] = [some(), some(), some()];
    const ended = a + b + r;
    return {
      now: { 'children.total': ended + open, 'children.open': open, 'children.ended': ended, [A]: a, [B]: b },
      ask: ['children.ended', A, B]
    };
  },
  'the reasons of end that are not told, of which two reasons stay hidden': ({ some }) => {
    const [a, b, open] = [some(), some(), some()];
    const ended = a + b + 10;
    return {
      now: {
        'children.total': ended + open,
        'children.open': open,
        'children.ended': ended,
        [A]: a,
        [B]: b,
        [C]: 6,
        [D]: 4
      },
      ask: ['children.ended', A, B]
    };
  },
  'a reason of end, in per cent of the children': ({ r }) => {
    const [a, b] = [40, 35];
    const ended = a + b + r;
    return {
      now: {
        'children.total': 200,
        'children.open': 200 - ended,
        'children.ended': ended,
        [A]: a,
        [B]: b,
        [C]: r
      },
      ask: [
        ['children.ended', 'share'],
        [A, 'count'],
        [B, 'count']
      ]
    };
  },
  'a reason of end, by what left before': ({ r, some }) => {
    const [a, b, open] = [some(), some(), some()];
    const ended = a + b + r;
    return {
      now: {
        'children.total': ended + open,
        'children.open': open,
        'children.ended': ended,
        [A]: a,
        [B]: b,
        [C]: r
      },
      left: { now: ['children.ended', A] },
      ask: [B]
    };
  },
  'those who left between two years, by the new ones and two totals': ({ r, some }) => {
    const [before, came] = [some() + 60, some()];
    return {
      last: { 'children.total': before + r },
      now: { 'children.total': before + came, 'children.new': came, 'children.before': before },
      ask: ['children.new']
    };
  },
  'those who left between two years, by those who stay': ({ r, some }) => {
    const [before, came] = [some() + 60, some()];
    return {
      last: { 'children.total': before + r },
      now: { 'children.total': before + came, 'children.new': came, 'children.before': before },
      ask: ['children.before']
    };
  },
  'those who left between two years, in per cent': ({ r }) => ({
    last: { 'children.total': 80 + r },
    now: { 'children.total': 100, 'children.new': 20, 'children.before': 80 },
    ask: [['children.before', 'share']]
  }),
  'open paths of last year that are followed no more': ({ r, some }) => {
    const [before, came, ended] = [some() + 60, some(), some()];
    return {
      last: { 'children.total': before + r + ended, 'children.open': before + r, 'children.ended': ended },
      now: { 'children.total': before + came, 'children.new': came, 'children.before': before },
      left: { last: ['children.open'] },
      ask: ['children.before']
    };
  },
  'a reason of end of last year, by those who stay': ({ r, some }) => {
    const [before, came, a, b] = [some() + 60, some(), some(), some()];
    const ended = a + b + r;
    return {
      last: {
        'children.total': before + ended,
        'children.open': before,
        'children.ended': ended,
        [A]: a,
        [B]: b,
        [C]: r
      },
      now: { 'children.total': before + came, 'children.new': came, 'children.before': before },
      left: { last: [A, B] },
      ask: ['children.before']
    };
  },
  'new children of another reason of entry': ({ r, some }) => {
    const [came, before] = [some() + 20, some()];
    return {
      now: {
        'children.total': came + before,
        'children.new': came,
        'children.before': before,
        [ENTRY_A]: came - r,
        [ENTRY_B]: r
      },
      ask: ['children.new', ENTRY_A]
    };
  },
  'children without a reason of entry': ({ r, some }) => {
    const all = some() + 40;
    return { now: { 'children.total': all, [ENTRY_A]: all - r }, ask: [ENTRY_A] };
  },
  'children whose entry is not told': ({ r, some }) => {
    const [came, before] = [some(), some()];
    return {
      now: {
        'children.total': came + before + r,
        'children.new': came,
        'children.before': before,
        'children.entryUnknown': r
      },
      ask: ['children.new', 'children.before']
    };
  },
  ...allButOne(['children.girls', 'children.boys']),
  ...allButOne(['children.girls', 'children.boys', 'children.sexUnknown']),
  ...allButOne(['children.new', 'children.before']),
  ...allButOne(['children.open', 'children.ended']),
  ...allButOne(['children.inQpv', 'children.outsideQpv']),
  ...allButOne(['children.inQpv', 'children.outsideQpv', 'children.qpvUnknown']),
  ...allButOne(['2-5', '6-10', '11-16', '17+', 'unknown'].map((age) => `children.age.${age}`)),
  ...allButOne(['1', '2', '3', '4', 'unknown'].map((profile) => `children.profile.${profile}`)),
  ...allButOne(
    ['school', 'social-services', 'family', 'health', 'other', 'unknown'].map(
      (by) => `children.orientedBy.${by}`
    )
  ),
  ...allButOne(['maternelle', 'elementaire', 'college', 'unknown'].map((level) => `children.level.${level}`))
};

const answersOf = (values: Values, last: Values = {}) =>
  [...new Set([...Object.keys(values), ...Object.keys(last)])].map((id) => ({
    id,
    value: values[id] ?? null,
    last: last[id] ?? null,
    gate: 'state' as const
  }));

/** The totals of both years are published. */
const totals = (planted: Planted): PublishedCube[] =>
  (
    [
      [LAST, planted.last],
      [YEAR, planted.now]
    ] as const
  ).flatMap(([year, values]) =>
    values?.['children.total'] === undefined
      ? []
      : [
          {
            k: 11,
            years: [year],
            dimensions: [{ name: 'theme', trees: [{ ALL: { sante: {}, autre: {} } }] }],
            cells: [{ key: ['ALL'], value: values['children.total'] }]
          }
        ]
  );

function verdictsOf(planted: Planted) {
  const { now, last = {}, ask, left = {} } = planted;
  const figureOf = (values: Values, year: string, asked: Asked) => {
    const [id, form] = typeof asked === 'string' ? ([asked, 'count'] as const) : asked;
    const answer = answersOf(values).find((one) => one.id === id)!;
    return exitFigureOf(answer, year as typeof YEAR, form, values['children.total'])!;
  };
  const releasedOf = (values: Values, year: string, ids: readonly string[]): ReleasedFigure[] =>
    ids.map((id) => {
      const { counts, value } = figureOf(values, year, id);
      return { id, counts, least: value, most: value };
    });
  const former = [...releasedOf(last, LAST, left.last ?? []), ...releasedOf(now, YEAR, left.now ?? [])];
  return exitGate(solver, {
    cubes: totals(planted),
    former,
    figures: ask.map((one) => figureOf(now, YEAR, one)),
    variables: variablesOf({ year: YEAR, answers: answersOf(now, last) }, former)
  }).verdicts;
}

describe('nobody finds', () => {
  test.each(Object.keys(PLANTS))('%s', (name) => {
    const random = mulberry32(name.length);
    for (let draw = 0; draw < DRAWS; draw++) {
      const planted = PLANTS[name]!({
        r: 1 + Math.floor(random() * 10),
        some: () => 11 + Math.floor(random() * 60)
      });
      const statuses = verdictsOf(planted).map(({ status }) => status);
      expect(statuses, JSON.stringify(planted)).toContain('refused');
    }
  });
});
