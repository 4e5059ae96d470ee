// Places where one school or one post stands alone: what they show would be that school's, or that person's.
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../../../src/lib/engines/disclosure/attack/audit.ts';
import {
  singleWorkplaceCells,
  singleWorkplaceTargets
} from '../../../../src/lib/engines/disclosure/attack/single-workplaces.ts';
import type { CubeCell, PublishedCube } from '../../../../src/lib/engines/disclosure/published-cube.ts';
import { protect } from '../../../../src/lib/engines/disclosure/publish/protect.ts';
import {
  workplacesOf,
  type CaseStructure
} from '../../../../src/lib/engines/disclosure/publish/recommended-cube.ts';
import { buildSystem } from '../../../../src/lib/engines/disclosure/table-system.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import type { Case } from '../../../../src/lib/model/pathway.ts';
import { schoolYear } from '../../../../src/lib/model/school-year.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await bootHighs();
});

const YEAR = schoolYear(2025);
const [BIG, LONE] = ['59001', '59002'];
const structure: CaseStructure = {
  communes: [BIG, LONE],
  qpvs: [],
  schools: [
    { uai: '0590001A', kind: 'primaire', commune: BIG },
    { uai: '0590002B', kind: 'primaire', commune: BIG },
    { uai: '0590003C', kind: 'primaire', commune: LONE }
  ]
};
/** The same schools, standing nobody knows where. */
const nowhere = { ...structure, schools: structure.schools.map(({ commune: _, ...school }) => school) };
const schoolsOf: Record<string, string[]> = { [BIG]: ['0590001A', '0590002B'], [LONE]: ['0590003C'] };

/** Twelve children of each commune, theme and level: no count is small. */
const cases: Case[] = [BIG, LONE].flatMap((commune) =>
  (['parentalite', 'sante', 'culture-sport'] as const).flatMap((theme) =>
    Array.from({ length: 24 }, (_, i): Case => {
      const id = `${commune}-${theme}-${i}`;
      const uai = schoolsOf[commune]![(i >> 1) % schoolsOf[commune]!.length]!;
      const level = i % 2 === 0 ? 'maternelle' : 'elementaire';
      const figures = { family_id: id, visits: 1, level, theme } as const;
      return { case_id: id, school_year: YEAR, uai, qpv: null, commune, ...figures };
    })
  )
);
const shownIn = (cube: PublishedCube, place: string) =>
  cube.cells.flatMap(({ key, value }) =>
    key[0] === place && value !== undefined ? [key.slice(2).join(' ')] : []
  );

describe('a commune with one school', () => {
  it('shows its total, as the school’s, and no level or theme; one with two shows them', () => {
    const { cube, report } = protect(solver, cases, structure);
    expect(shownIn(cube, LONE)).toEqual(['ALL ALL']);
    expect(shownIn(cube, BIG)).toContain('ALL ALL');
    expect(report.years[0]!.primary).toBeGreaterThan(0);
    expect(report.audit.open).toEqual([]);
    expect(cube.alone).toEqual([{ zone: LONE }]);
    const free = protect(solver, cases, nowhere);
    expect(shownIn(free.cube, LONE)).toContain('ALL sante');
  });

  it('stands alone only in the years when the service works with one school of it', () => {
    const [first, ...others] = structure.schools;
    const schools = [{ ...first!, reached: [schoolYear(2024)] }, ...others];
    const zones = (year: number) => workplacesOf({ ...structure, schools }, schoolYear(year))[0]!.schools;
    expect(zones(2024)?.get(BIG)).toBe(2);
    expect(zones(2025)?.get(BIG)).toBe(1);
  });

  it('is found by whoever audits the file, shown or cornered by its totals', () => {
    const { cube } = protect(solver, cases, nowhere);
    const told = { ...cube, alone: [{ zone: LONE }] };
    expect(audit(solver, [cube]).open).toEqual([]);
    expect(audit(solver, [told]).open.map(({ reason, shown }) => [reason, shown])).toContainEqual([
      'alone',
      true
    ]);
    const veiled = told.cells.map((cell) =>
      cell.key[0] === LONE && cell.key[3] !== 'ALL' ? { key: cell.key, suppressed: true as const } : cell
    );
    const cornered = audit(solver, [{ ...told, cells: veiled }]).open;
    expect(cornered).toContainEqual(
      expect.objectContaining({
        reason: 'alone',
        shown: false,
        names: [LONE, 'ALL', 'ALL', 'sante'],
        lo: 24,
        hi: 24
      })
    );
  });
});

it('a count of one school is hidden among k - 1 others on both sides, from the threshold itself on', () => {
  const targets = singleWorkplaceTargets(Float64Array.of(4, 5, 6, 6), 5, Uint8Array.of(1, 1, 1, 0));
  expect(targets.map(({ form, low, high }) => [form.plus, low, high])).toEqual([
    [1, 1, 9],
    [2, 2, 10]
  ]);
});

describe('a place with one school, in two releases of other lists', () => {
  /** Zones and schools of one year; the place has one school, and its total is shown. */
  const release = (schools: string[], more: CubeCell[] = []): PublishedCube => ({
    k: 5,
    years: ['2024-2025'],
    dimensions: [
      { name: 'zone', trees: [{ ALL: { big: {}, lone: {} } }] },
      { name: 'school', trees: [{ ALL: Object.fromEntries(schools.map((school) => [school, {}])) }] }
    ],
    alone: [{ zone: 'lone' }],
    cells: [{ key: ['big', 'ALL'], value: 40 }, { key: ['lone', 'ALL'], value: 30 }, ...more]
  });

  it('may show its total under both: all of the shorter list is no split of the place', () => {
    const both = [release(['s1', 's2']), release(['s1', 's2', 's3'])];
    both[1]!.cells[0]!.value = 60;
    expect(audit(solver, both).open).toEqual([]);
  });

  it('may not show one of its schools', () => {
    const both = [release(['s1', 's2']), release(['s1', 's2', 's3'], [{ key: ['lone', 's1'], value: 12 }])];
    expect(audit(solver, both).open).toContainEqual(
      expect.objectContaining({ reason: 'alone', names: ['lone', 's1'], shown: true })
    );
  });
});

describe('one post', () => {
  it('alone in a commune hides its total too, and so does a school that is all that a post follows', () => {
    const posts = ['P1', 'P1', 'P2'];
    const staffed = {
      ...structure,
      schools: structure.schools.map((one, i) => ({ ...one, post: posts[i]! }))
    };
    const { cube, report } = protect(solver, cases, staffed);
    expect(shownIn(cube, LONE)).toEqual([]);
    expect(shownIn(cube, BIG)).toEqual([]);
    expect(cube.cells.find(({ key }) => key[1] === '0590003C')).toMatchObject({ suppressed: true });
    expect(report.audit.open).toEqual([]);
    expect(JSON.stringify(cube)).not.toMatch(/P1|P2/);
  });

  it('is a rule for any cube and any dimension', () => {
    const dimensions = [
      { name: 'sector', trees: [{ ALL: { north: {}, south: {} } }] },
      { name: 'theme', trees: [{ ALL: { a: {}, b: {} } }] }
    ];
    const names = ['ALL', 'north', 'south'].flatMap((one) => ['ALL', 'a', 'b'].map((two) => [one, two]));
    const system = buildSystem([
      { k: 11, dimensions, cells: names.map((key) => ({ key, suppressed: true as const })) }
    ]);
    const flagged = singleWorkplaceCells(system, [
      {
        dimension: 'sector',
        schools: new Map([['north', 1]]),
        posts: new Map([
          ['south', 1],
          ['north', 4]
        ])
      }
    ]);
    const told = [...flagged.keys()]
      .filter((cell) => flagged[cell] === 1)
      .map((cell) => system.names(cell).join(' '));
    expect(told.sort()).toEqual(['north a', 'north b', 'south ALL', 'south a', 'south b']);
  });
});
