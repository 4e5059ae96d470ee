// What may be published of a report, beside all that is published already.
import { beforeAll, describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../../../src/lib/algorithms/random.ts';
import { exitGate, protect, PUBLIC_K } from '../../../../../src/lib/engines/disclosure/index.ts';
import { releasedBy } from '../../../../../src/lib/engines/disclosure/exit/known-intervals.ts';
import type { PublishedCube } from '../../../../../src/lib/engines/disclosure/published-cube.ts';
import type {
  ExitFigure,
  ReleasedFigure,
  FigureForm
} from '../../../../../src/lib/model/report/exit-figure.ts';
import type { Case } from '../../../../../src/lib/model/pathway.ts';
import { bootHighs } from '../../../../../src/lib/solver/highs.ts';

const YEAR = '2025-2026';
const SEX = { name: 'child.sex', parts: ['F', 'M'] };
const AGE = { name: 'child.age', parts: ['2-5', '6-10', '11-16', '17+'] };
const solver = await bootHighs();

const WHOLE: PublishedCube = {
  k: 11,
  years: [YEAR],
  dimensions: [{ name: 'zone', trees: [{ ALL: { north: {}, centre: {}, south: {} } }] }],
  cells: [
    { key: ['ALL'], value: 38 },
    { key: ['north'], value: 14 },
    { key: ['centre'], suppressed: true },
    { key: ['south'], suppressed: true }
  ]
};
const figure = (
  id: string,
  within: ExitFigure['counts']['within'],
  value: number,
  form: FigureForm = { as: 'count' }
): ExitFigure => ({ id, counts: { year: YEAR, within }, value, form });
const gate = (figures: readonly ExitFigure[], former: readonly ReleasedFigure[] = [], cubes = [WHOLE]) =>
  exitGate(solver, { cubes, former, figures, variables: [SEX, AGE] });
const girls = (value: number, form?: FigureForm) => figure('girls', { 'child.sex': ['F'] }, value, form);

describe('a figure to be published', () => {
  it('passes where nobody is found by it', () => {
    expect(gate([girls(20)]).verdicts).toEqual([
      {
        id: 'girls',
        status: 'passes',
        released: [{ id: 'girls', counts: girls(20).counts, least: 20, most: 20 }]
      }
    ]);
  });

  it('is refused with the count that it gives away, and the published counts that it is taken from', () => {
    const [verdict] = gate([girls(34)]).verdicts;
    expect(verdict).toMatchObject({
      status: 'refused',
      workedOut: { lo: 4, hi: 4, isShown: false, by: ['girls'], proof: { bound: 4 } }
    });
    if (verdict?.status !== 'refused') throw new Error('passed');
    expect(verdict.workedOut.names.at(-1)).toBe('M');
    expect(verdict.workedOut.proof!.terms.map(({ coefficient, value }) => coefficient * value)).toEqual([
      38, -34
    ]);
  });

  it('may be given as « fewer than 11 » where it is small, and rounded where it is large', () => {
    const [small] = gate([girls(4)]).verdicts;
    expect(small).toMatchObject({ status: 'refused', instead: { as: 'below', limit: 11 } });
    const [large] = gate([girls(30)]).verdicts;
    expect(large).toMatchObject({ status: 'refused', instead: null });
    const two = [figure('centre', { zone: ['centre'] }, 13), figure('age', { 'child.age': ['6-10'] }, 26)];
    expect(gate(two).verdicts.map(({ status }) => status)).toEqual(['passes', 'passes']);
    const larger = { ...WHOLE, cells: [{ key: ['ALL'], value: 42 }] };
    expect(gate([girls(32)], [], [larger]).verdicts[0]).toMatchObject({
      status: 'refused',
      instead: { as: 'rounded', to: 5 }
    });
  });

  it('is refused where all children but a few share it, and where all do', () => {
    expect(gate([girls(38)]).verdicts[0]).toMatchObject({ status: 'refused', workedOut: { reason: 'full' } });
  });

  it('is audited as the counts that a percentage allows to recover', () => {
    const share = (value: number, step: number) =>
      girls(value, { as: 'share', of: { counts: { year: YEAR, within: {} }, value: 38 }, step });
    expect(gate([share(34, 1)]).verdicts[0]).toMatchObject({
      status: 'refused',
      workedOut: { lo: 4, hi: 4 }
    });
    // 90 % of 38 in steps of 10 points: 33 to 36 children, so that 2 to 5 are left.
    expect(gate([share(34, 10)]).verdicts[0]).toMatchObject({
      status: 'refused',
      workedOut: { lo: 2, hi: 5 }
    });
    expect(gate([share(20, 1)]).verdicts[0]).toMatchObject({ status: 'passes' });
  });

  it('is refused for what it tells together with a figure that left before', () => {
    const asked = figure('boys', { 'child.sex': ['M'], zone: ['north'] }, 12);
    const north = figure('girls-north', { 'child.sex': ['F'], zone: ['north'] }, 2, {
      as: 'below',
      limit: 11
    });
    expect(gate([asked]).verdicts[0]).toMatchObject({ status: 'refused' });
    expect(gate([north]).verdicts[0]).toMatchObject({ status: 'passes' });
    const former = [
      { id: 'centre', counts: { year: YEAR, within: { zone: ['centre'] } }, least: 20, most: 20 }
    ] as const;
    expect(gate([girls(20)], former).verdicts[0]).toMatchObject({ status: 'passes' });
    const most = [
      { id: 'both', counts: { year: YEAR, within: { zone: ['north', 'centre'] } }, least: 30, most: 30 }
    ] as const;
    // 38 - 30 is open already, by the figure that left: no figure is refused for it.
    expect(gate([girls(20)], most).verdicts[0]).toMatchObject({ status: 'passes' });
  });

  it('is refused where it tells more of a count that was open already, and passes where it tells nothing of it', () => {
    // 5 to 8 boys are open by what left; 31 girls would leave 7.
    const left = [{ id: 'girls', counts: girls(31).counts, least: 30, most: 33 }];
    expect(gate([girls(31)], left).verdicts[0]).toMatchObject({
      status: 'refused',
      workedOut: { names: ['ALL', YEAR, 'M'], lo: 7, hi: 7, former: { lo: 5, hi: 8 } }
    });
    expect(gate([figure('age', { 'child.age': ['6-10'] }, 20)], left).verdicts[0]).toMatchObject({
      status: 'passes'
    });
    // To the nearest multiple of 3, 31 is 29 to 31 and 32 is 32 to 34: the least, or the most, is told more closely.
    const rounded = (value: number) => gate([girls(value, { as: 'rounded', to: 3 })], left).verdicts[0];
    for (const [value, lo, hi] of [
      [31, 7, 8],
      [32, 5, 6]
    ] as const)
      expect(rounded(value)).toMatchObject({
        status: 'refused',
        workedOut: { lo, hi, former: { lo: 5, hi: 8 } }
      });
    const ofGirls = figure('girls 6-10', { 'child.sex': ['F'], 'child.age': ['6-10'] }, 12);
    expect(gate([ofGirls], left).verdicts[0]).toMatchObject({ status: 'passes' });
  });

  it('is refused where it tells that a count of 3 at most, open already, is of nobody', () => {
    const cubes = [{ ...WHOLE, cells: [{ key: ['ALL'], value: 38 }] }];
    const others = figure('others', { zone: ['north', 'centre'] }, 38);
    const left = [{ id: 'others', counts: others.counts, least: 35, most: 38 }];
    expect(gate([others], left, cubes).verdicts[0]).toMatchObject({
      status: 'refused',
      workedOut: { lo: 0, hi: 0, former: { lo: 0, hi: 3 } }
    });
  });

  it('is refused where two counts that nobody tells apart are 10 together', () => {
    // 38 - 14 - 14: those of 11 to 16 and of 17 and more.
    const ages = [figure('a', { 'child.age': ['2-5'] }, 14), figure('b', { 'child.age': ['6-10'] }, 14)];
    const rest = figure('c', { 'child.age': ['11-16'] }, 6, { as: 'below', limit: 11 });
    expect(gate([...ages, rest]).verdicts.map(({ status }) => status)).toEqual([
      'passes',
      'refused',
      'passes'
    ]);
  });

  it('that does not agree with what left before is told so, and what left and no longer agrees is left aside', () => {
    const left = (least: number): ReleasedFigure => ({
      id: 'girls',
      counts: girls(20).counts,
      least,
      most: least
    });
    expect(gate([girls(25)], [left(20)]).verdicts).toEqual([{ id: 'girls', status: 'contradicts' }]);
    // The dossiers were corrected since: of two figures that contradict one another, the first one stands.
    const both = gate([girls(20), girls(22)], [left(20), left(22)]).verdicts;
    expect(both.map(({ status }) => status)).toEqual(['passes', 'contradicts']);
  });

  it('is audited in the places of the latest release of its year', () => {
    const named = (zones: string[]): PublishedCube => ({
      ...WHOLE,
      dimensions: [{ name: 'zone', trees: [{ ALL: Object.fromEntries(zones.map((zone) => [zone, {}])) }] }],
      cells: [{ key: ['ALL'], value: 38 }]
    });
    const cubes = [named(['north', 'rest']), named(['north', 'centre', 'south'])];
    expect(gate([figure('centre', { zone: ['centre'] }, 14)], [], cubes).verdicts[0]).toMatchObject({
      status: 'passes'
    });
  });

  it('beside a release that is rounded agrees with it to its base', () => {
    const rounded = { ...WHOLE, rounding: 5, cells: [{ key: ['ALL'], value: 40 }] };
    const told = (value: number) => gate([figure('all', {}, value)], [], [rounded]).verdicts[0]!.status;
    expect([told(38), told(44), told(45)]).toEqual(['passes', 'passes', 'contradicts']);
  });

  it('in per cent tells the whole that it is a part of, also where nothing else tells it', () => {
    const other = { year: '2023-2024', within: {} } as const;
    const share = (value: number, of: number): ExitFigure => ({
      id: 'girls',
      counts: { ...other, within: { 'child.sex': ['F'] } },
      value,
      form: { as: 'share', of: { counts: other, value: of }, step: 1 }
    });
    expect(gate([share(95, 100)]).verdicts[0]).toMatchObject({
      status: 'refused',
      workedOut: { lo: 5, hi: 5 }
    });
    expect(gate([share(60, 100)]).verdicts[0]).toMatchObject({
      status: 'passes',
      released: [
        { least: 60, most: 60 },
        { id: 'girls', counts: other, least: 100, most: 100 }
      ]
    });
  });

  it('« fewer than 11 » tells 0 to 10 children, and is refused where that opens another count', () => {
    const below = (id: string, zone: string, value: number) =>
      figure(id, { zone: [zone] }, value, { as: 'below', limit: 11 });
    expect(releasedBy(below('centre', 'centre', 4))).toMatchObject([{ least: 0, most: 10 }]);
    // 38 - 24 - 10: at least 4 children of the south, at most 10.
    const cubes = [
      {
        ...WHOLE,
        cells: [
          { key: ['ALL'], value: 38 },
          { key: ['north'], value: 24 }
        ]
      }
    ];
    const both = gate([below('centre', 'centre', 6), below('south', 'south', 8)], [], cubes);
    expect(both.verdicts.map(({ status }) => status)).toEqual(['passes', 'refused']);
  });

  it('in per cent is never taken for more than its whole', () => {
    const all = girls(300, { as: 'share', of: { counts: { year: YEAR, within: {} }, value: 300 }, step: 1 });
    const [part] = releasedBy(all);
    expect(part).toMatchObject({ least: 299, most: 300 });
  });

  it('that does not agree with what is published is told so', () => {
    expect(gate([girls(39)]).verdicts).toEqual([{ id: 'girls', status: 'contradicts' }]);
    expect(
      gate([girls(20), figure('boys', { 'child.sex': ['M'] }, 17)]).verdicts.map(({ status }) => status)
    ).toEqual(['passes', 'contradicts']);
  });

  it('of a year that nothing published tells is audited by itself', () => {
    const alone = { ...girls(4), counts: { ...girls(4).counts, year: '2019-2020' } } as ExitFigure;
    expect(gate([alone]).verdicts[0]).toMatchObject({ status: 'refused', workedOut: { lo: 4, hi: 4 } });
  });

  it('that names what nothing knows is refused before any audit', () => {
    expect(() => gate([figure('x', { zone: ['nowhere'] }, 20)])).toThrow(/nowhere|cube-unknown-node/);
    expect(() => gate([figure('x', { 'child.shoes': ['40'] }, 20)])).toThrow();
  });
});

describe('figures together', () => {
  it('lose the fewest of them, those of least weight first', () => {
    const ages = [14, 12, 8, 4].map((value, i) =>
      figure(`age ${i}`, { 'child.age': [AGE.parts[i]!] }, value)
    );
    const report = gate([girls(20), ...ages]);
    expect(report.verdicts.map(({ status }) => status)).toEqual([
      'passes',
      'passes',
      'passes',
      'refused',
      'refused'
    ]);
    expect(report.isSmallest).toBe(true);
  });

  it('that are safe apart and not together are told by both', () => {
    const six = figure('6-10', { 'child.age': ['6-10'] }, 14);
    const ten = figure('2-10', { 'child.age': ['2-5', '6-10'] }, 18);
    expect(gate([ten]).verdicts[0]!.status).toBe('passes');
    const [first, second] = gate([six, ten]).verdicts;
    expect(second).toMatchObject({ workedOut: { lo: 4, hi: 4, by: ['6-10', '2-10'] } });
    expect([first!.status, second!.status]).toEqual(['passes', 'refused']);
  });
});

/** Of four kinds in turn. */
const PLANTED = process.env['SOAK'] ? 100 : 40;

describe(`${PLANTED} planted differences`, () => {
  const ZONES = ['59350', '59512', '59599'];
  const PLACES = {
    communes: ZONES,
    qpvs: [{ code: 'QN05901M', communes: ['59350'] }],
    schools: ZONES.flatMap((commune, i) =>
      [0, 1].map((j) => ({ uai: `059${i}${j}00U`, kind: 'primaire' as const, commune }))
    )
  };
  const random = mulberry32(32);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const children = Array.from({ length: 160 }, (_, i): Case & { sex: string } => {
    const school = pick([...PLACES.schools, ...PLACES.schools.slice(0, 3)]);
    return {
      case_id: `C${i}`,
      school_year: YEAR,
      uai: school.uai,
      qpv: school.commune === '59350' && random() < 0.6 ? 'QN05901M' : null,
      commune: school.commune,
      level: random() < 0.25 ? 'maternelle' : 'elementaire',
      theme: pick(['sante', 'langage', 'culture-sport'] as const) as Case['theme'],
      family_id: `F${i}`,
      visits: 2,
      sex: random() < 0.42 ? 'F' : 'M'
    };
  });
  let cube: PublishedCube;
  beforeAll(() => {
    ({ cube } = protect(solver, children, PLACES, {
      k: PUBLIC_K,
      epci: '200093201',
      method: 'gauss',
      seconds: 2
    }));
  });

  it('are all found', () => {
    const axes = cube.dimensions.map(({ name }) => name);
    const truth = (within: ExitFigure['counts']['within']) =>
      children.filter((one) => inside(one, within)).length;
    const named = (key: readonly string[]) =>
      Object.fromEntries(
        axes.flatMap((name, d) => (name === 'year' || key[d] === 'ALL' ? [] : [[name, [key[d]!]]]))
      );
    const hidden = cube.cells
      .filter(({ suppressed }) => suppressed)
      .map(({ key }) => named(key))
      .filter((within) => truth(within) > 0 && truth(within) < PUBLIC_K);
    const shown = cube.cells.filter(({ value }) => (value ?? 0) >= PUBLIC_K).map(({ key }) => named(key));
    let planted = 0;
    for (let turn = 0; planted < PLANTED && turn < 1000; turn++) {
      const figures: ExitFigure[] = [];
      const add = (within: ExitFigure['counts']['within'], value = truth(within)) =>
        figures.push(figure(`f${figures.length}`, within, value));
      const kind = turn % 4;
      if (kind === 0) add(pick(hidden));
      else if (kind === 1) {
        // All but one hidden count of a sum that is shown.
        const within = pick(hidden.filter((one) => one.level && !one.theme && !one.school));
        const others = ['maternelle', 'elementaire', 'college', 'lycee'].filter(
          (level) => level !== within.level![0]
        );
        const whole = { ...within };
        delete (whole as Record<string, unknown>).level;
        if (truth(whole) < PUBLIC_K || !shown.some((one) => JSON.stringify(one) === JSON.stringify(whole)))
          continue;
        add({
          ...within,
          level: others.filter((level) => JSON.stringify(cube.dimensions).includes(`"${level}"`))
        });
      } else if (kind === 2) {
        // All girls of a shown place but fewer than 11.
        const within = pick(shown.filter((one) => truth(one) >= 2 * PUBLIC_K));
        const left = 1 + Math.floor(random() * (PUBLIC_K - 1));
        add({ ...within, 'child.sex': ['F'] }, truth(within) - left);
      } else {
        // A place together with a small one, and the place: two figures, one difference.
        const small = pick(hidden.filter((one) => one.zone && !one.level && !one.theme));
        const place = pick(shown.filter((one) => one.zone && !one.level && !one.theme && !one.school));
        if (!small || !place) continue;
        const both = { zone: [...place.zone!, ...small.zone!] };
        if (truth(both) !== truth(place) + truth(small)) continue;
        add(both);
      }
      planted++;
      const { verdicts } = gate(figures, [], [cube]);
      expect(
        verdicts.some(({ status }) => status === 'refused'),
        JSON.stringify(figures)
      ).toBe(true);
    }
    expect(planted).toBe(PLANTED);
  });

  function inside(one: Case & { sex: string }, within: ExitFigure['counts']['within']): boolean {
    const part = one.qpv ?? 'hors';
    const names: Record<string, string[]> = {
      zone: [one.commune!, part, `${one.commune}:${part}`],
      school: [one.uai!],
      level: [one.level!],
      theme: [one.theme!],
      'child.sex': [one.sex]
    };
    return Object.entries(within).every(([axis, nodes]) => nodes.some((node) => names[axis]!.includes(node)));
  }
});
