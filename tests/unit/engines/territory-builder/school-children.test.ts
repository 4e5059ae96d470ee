// The children that work counts: from what is published alone, and all of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  childrenAtWork,
  childrenBySchool,
  type CountCell,
  type WeighedSchool
} from '../../../../src/lib/engines/territory-builder/travel/school-children.ts';
import {
  ASSUMED_CHILDREN_PER_100,
  childrenChange,
  countedChildren,
  DEFAULT_WORKLOAD,
  publishedChildren,
  workloadOf
} from '../../../../src/lib/model/workload.ts';
import { draws } from '../../../draws.ts';

const YEAR = '2025-2026';
const K = 11;

interface TrueSchool extends WeighedSchool {
  /** Children in truth: known to the service alone. */
  children: number;
}
interface TrueTerritory {
  schools: TrueSchool[];
  /** Children who live elsewhere than they go to school, and where. */
  movers: number;
}

const cell = (zone_kind: CountCell['zone_kind'], zone: string, children: number | null): CountCell => ({
  ...{ school_year: YEAR, zone_kind, zone, level: 'ALL', theme: 'ALL', children }
});

/** A publication: small counts are hidden, one commune may be hidden with them, residence is not attendance. */
function publish({ schools, movers }: TrueTerritory): CountCell[] {
  const reached = schools.filter(({ status }) => status === 'followed' || status === 'linked');
  const communes = [...new Set(reached.map(({ commune }) => commune))];
  const whole = reached.reduce((sum, { children }) => sum + children, 0);
  const inside = communes.map((code) =>
    reached.reduce((sum, { commune, children }) => sum + (commune === code ? children : 0), 0)
  );
  const moved = Math.min(movers, inside[0] ?? 0);
  if (inside.length > 1) {
    inside[0]! -= moved;
    inside[1]! += moved;
  }
  const shown = (count: number) => (count < K ? null : count);
  return [
    cell('epci', 'SIREN', whole),
    ...communes.map((code, at) => cell('commune', code, shown(inside[at]!))),
    ...reached.map(({ uai, children }) => cell('school', uai, shown(children)))
  ];
}

const territory: fc.Arbitrary<TrueTerritory> = fc
  .array(
    fc.record({
      commune: fc.constantFrom('A', 'B', 'C', 'D'),
      status: fc.constantFrom('followed', 'followed', 'followed', 'linked', 'waiting', 'outside'),
      pupils: fc.integer({ min: 0, max: 600 }),
      children: fc.integer({ min: 0, max: 30 })
    }),
    { minLength: 1, maxLength: 25 }
  )
  .chain((rows) =>
    fc.record({
      schools: fc.constant(rows.map((row, at): TrueSchool => ({ ...row, uai: `S${at}` }) as TrueSchool)),
      movers: fc.integer({ min: 0, max: 40 })
    })
  );
const reachedOf = ({ schools }: TrueTerritory) =>
  schools.filter(({ status }) => status === 'followed' || status === 'linked');
const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, property), { seed: 30, numRuns: draws() });

describe('the children of every school', () => {
  it('add up to the published whole, are those published where a school shows its own, and are never negative', () => {
    check(territory, (truth) => {
      const cells = publish(truth);
      const reached = reachedOf(truth);
      const children = childrenBySchool(cells, reached);
      for (const { uai } of reached) {
        const own = cells.find(({ zone }) => zone === uai)!.children;
        if (own !== null) expect(children.get(uai)).toBe(own);
        expect(children.get(uai)).toBeGreaterThanOrEqual(0);
      }
      const whole = cells[0]!.children!;
      const isAllShown = reached.every(({ children: count }) => count >= K);
      if (!isAllShown) expect(total(children.values())).toBeCloseTo(whole, 6);
    });
  });

  it('are the mean of the commune, by pupils, where a school is protected', () => {
    check(territory, (truth) => {
      const cells = publish(truth);
      const reached = reachedOf(truth);
      const children = childrenBySchool(cells, reached);
      const hidden = reached.filter(({ children: count }) => count < K);
      for (const one of hidden)
        for (const other of hidden)
          if (one.commune === other.commune)
            expect(children.get(one.uai)! * Math.max(1, other.pupils)).toBeCloseTo(
              children.get(other.uai)! * Math.max(1, one.pupils),
              6
            );
    });
  });

  it('are what a published commune leaves, where counts of residence and of schools agree', () => {
    const school = (uai: string, commune: string, pupils: number): WeighedSchool => ({
      ...{ uai, commune, pupils, status: 'followed' }
    });
    const schools = [
      school('a', 'A', 200),
      school('b', 'A', 100),
      school('c', 'A', 300),
      school('d', 'B', 50)
    ];
    const cells = [
      cell('epci', 'SIREN', 40),
      cell('commune', 'A', 33),
      cell('commune', 'B', null),
      cell('school', 'a', 12),
      cell('school', 'b', null)
    ];
    const children = childrenBySchool(cells, schools);
    expect(children.get('a')).toBe(12);
    expect(children.get('b')).toBeCloseTo(21 / 4, 9);
    expect(children.get('c')).toBeCloseTo((3 * 21) / 4, 9);
    expect(children.get('d')).toBeCloseTo(7, 9);
  });

  it('reveal nothing: two truths with one publication give the same', () => {
    const pair = territory.chain((truth) => {
      // Another truth: two protected schools of one commune trade children, both staying under the threshold.
      const hidden = reachedOf(truth).filter(({ children }) => children < K);
      const trades = hidden.flatMap((one) =>
        hidden.flatMap((other) =>
          one !== other && one.commune === other.commune && one.children > 0 && other.children < K - 1
            ? [[one.uai, other.uai] as const]
            : []
        )
      );
      return fc.constantFrom(...(trades.length > 0 ? trades : [null])).map((trade) => {
        const schools = truth.schools.map((school) => ({
          ...school,
          children:
            school.children + (trade?.[1] === school.uai ? 1 : 0) - (trade?.[0] === school.uai ? 1 : 0)
        }));
        return [truth, { ...truth, schools }] as const;
      });
    });
    check(pair, ([one, other]) => {
      expect(publish(other)).toEqual(publish(one));
      expect([...childrenAtWork(publish(other), other.schools)]).toEqual([
        ...childrenAtWork(publish(one), one.schools)
      ]);
    });
  });

  it('come from the last year alone, and from no cell of a level or a theme', () => {
    check(territory, (truth) => {
      const cells = publish(truth);
      const noise = cells.flatMap((one): CountCell[] => [
        { ...one, school_year: '2024-2025', children: 1000 },
        { ...one, level: 'college', children: 7 },
        { ...one, theme: 'sante', children: 5 }
      ]);
      const plain = childrenAtWork(cells, truth.schools);
      expect([...childrenAtWork([...noise, ...cells], truth.schools)]).toEqual([...plain]);
    });
  });
});

describe('the children that work counts', () => {
  it('are all those published, shared among the followed schools: no child of a collège is forgotten', () => {
    check(territory, (truth) => {
      const cells = publish(truth);
      const atWork = childrenAtWork(cells, truth.schools);
      const followed = truth.schools.filter(({ status }) => status === 'followed');
      if (followed.length === 0) expect(atWork.size).toBe(0);
      else expect(total(followed.map(({ uai }) => atWork.get(uai)!))).toBeCloseTo(cells[0]!.children!, 6);
    });
  });

  it('are those that the school shows at least, and the mean of the followed schools where it waits', () => {
    check(territory, (truth) => {
      const cells = publish(truth);
      const atWork = childrenAtWork(cells, truth.schools);
      const followed = truth.schools.filter(({ status }) => status === 'followed');
      for (const { uai, children } of followed)
        if (children >= K) expect(atWork.get(uai)).toBeGreaterThanOrEqual(children);
      const weight = total(followed.map(({ pupils }) => Math.max(1, pupils)));
      for (const { uai, status, pupils } of truth.schools)
        if (status === 'waiting' && followed.length > 0)
          expect(atWork.get(uai)).toBeCloseTo((cells[0]!.children! * Math.max(1, pupils)) / weight, 6);
    });
  });

  it('are unknown where nothing is published: the hypothesis stands for them', () => {
    const school: WeighedSchool = { uai: 'a', commune: 'A', pupils: 200, status: 'followed' };
    expect(childrenAtWork([], [school]).size).toBe(0);
    expect(countedChildren(school, DEFAULT_WORKLOAD)).toBe(2 * ASSUMED_CHILDREN_PER_100);
    expect(publishedChildren([{}])).toBeNull();
    const hidden = [cell('epci', 'SIREN', null), cell('commune', 'A', null), cell('school', 'a', null)];
    expect(childrenAtWork(hidden, [school]).size).toBe(0);
  });

  it('follow the communes alone where the whole is hidden', () => {
    const schools: WeighedSchool[] = [
      { uai: 'a', commune: 'A', pupils: 200, status: 'followed' },
      { uai: 'b', commune: 'B', pupils: 100, status: 'followed' }
    ];
    const cells = [cell('epci', 'SIREN', null), cell('commune', 'A', 12), cell('commune', 'B', null)];
    expect([...childrenAtWork(cells, schools)]).toEqual([['a', 12]]);
  });
});

describe('a hypothesis in the place of the published children', () => {
  const schools = [
    { pupils: 200, meetings: 4, children: 12 },
    { pupils: 100, meetings: 2, children: 3 }
  ];

  it('replaces them, and tells how many children and how much work it changes', () => {
    const hypothesis = { ...DEFAULT_WORKLOAD, childrenPer100: 3 };
    const change = childrenChange(schools, hypothesis)!;
    expect(change).toMatchObject({ published: 15, counted: 9 });
    const work = (parameters: typeof hypothesis | typeof DEFAULT_WORKLOAD) =>
      total(schools.map((school) => workloadOf(school, parameters).workload));
    expect(change.minutes).toBe(work(hypothesis) - work(DEFAULT_WORKLOAD));
    expect(change.minutes).toBeLessThan(0);
  });

  it('tells nothing while the published children are counted, or where there are none', () => {
    expect(childrenChange(schools, DEFAULT_WORKLOAD)).toBeNull();
    expect(
      childrenChange([{ pupils: 200, meetings: 4 }], { ...DEFAULT_WORKLOAD, childrenPer100: 4 })
    ).toBeNull();
  });
});
