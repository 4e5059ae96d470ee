// Counts made publishable by `npm run safe` enter a territory only whole, at its thresholds, and after a second look.
import { beforeAll, describe, expect, it } from 'vitest';
import { protect, type Protected } from '../../../../src/lib/engines/disclosure/index.ts';
import type { LinearSolver } from '../../../../src/lib/model/linear.ts';
import { findingCodes } from '../../../../src/lib/i18n/findings/findings.ts';
import { UnsafeTerritory, UnusableInput } from '../../../../src/lib/model/findings.ts';
import type { Case } from '../../../../src/lib/model/pathway.ts';
import { bootHighs } from '../../../../src/lib/solver/highs.ts';
import { readPathways } from '../../../../src/lib/engines/territory-builder/protection/pathways.ts';
import { utf8 } from '../../../../src/lib/engines/territory-builder/bytes.ts';
import { thresholdsOf } from '../../../../src/lib/session/case-file.svelte.ts';

const LEAST = { children: 11, families: 3 };
const SIZES: Record<string, number> = { '59001': 30, '59002': 20, '59003': 4 };
const cases = Object.entries(SIZES).flatMap(([commune, size], at) =>
  Array.from({ length: size }, (_, i): Case => ({
    ...{ case_id: `${commune}-${i}`, family_id: `${commune}-${i}`, school_year: '2025-2026', qpv: null },
    ...{ uai: `059000${at}A`, commune, level: 'elementaire', theme: i % 2 ? 'sante' : 'parentalite' },
    visits: 2
  }))
);
const schools = Object.keys(SIZES).map((_, at) => ({ uai: `059000${at}A`, kind: 'elementaire' as const }));
const structure = { communes: Object.keys(SIZES), qpvs: [], schools };

let solver: LinearSolver;
let safe: Protected;
beforeAll(async () => {
  solver = await bootHighs();
  safe = protect(solver, cases, structure, { method: 'gauss' });
});

async function read(name: string, cube: unknown, report: unknown, least = LEAST) {
  const files: Record<string, unknown> = { [`${name}/cube.json`]: cube, [`${name}/report.json`]: report };
  const open = async (file: string) => ({ name: file, bytes: utf8(JSON.stringify(files[file])) });
  return readPathways(solver, { open, names: [name], siren: '200000001', least });
}
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof UnusableInput ? error.finding : error)
  );

describe('the counts of a service’s own pathways', () => {
  it('are published as they were protected, under the name of the territory', async () => {
    const { release, years } = await read('sound', safe.cube, safe.report);
    expect(years).toEqual(['2025-2026']);
    const total = release.cells.find(
      ({ zone_kind, level, theme }) => zone_kind === 'epci' && level === 'ALL' && theme === 'ALL'
    );
    expect(total).toMatchObject({ zone: '200000001', children: 54, status: 'published' });
    const small = release.cells.filter(({ zone }) => zone === '59003');
    expect(small.length).toBeGreaterThan(0);
    for (const cell of small) expect(cell).toMatchObject({ children: null, status: 'suppressed' });
    expect(release.protection).toMatchObject({ k: 11, families: 3, method: 'gauss' });
  });

  it('of a former version, that two of them could give away by subtraction, are hidden, and the reader is told', async () => {
    const tree = { ALL: { '59001': { '59001:hors': {}, '59001:QN1': {}, '59001:QN2': {} }, '59002': {} } };
    const shown = (zone: string, value: number) => ({ key: [zone], value });
    const hidden = (zone: string) => ({ key: [zone], suppressed: true });
    const cube = {
      ...{ k: 11, years: ['2025-2026'], dimensions: [{ name: 'zone', trees: [tree] }] },
      cells: [shown('ALL', 62), shown('59001', 22), shown('59001:hors', 12), hidden('59001:QN1'), hidden('59001:QN2'), hidden('59002')] // prettier-ignore
    };
    const { release, findings } = await read('former', { ...cube, cells: cube.cells.with(5, shown('59002', 40)) }, safe.report); // prettier-ignore
    expect(findings).toMatchObject([{ code: 'differences-hidden', file: 'former/cube.json', found: '1' }]);
    const values = release.cells.map(({ zone, children }) => [zone, children]);
    expect(values).toContainEqual(['59001', 22]);
    expect(values).toContainEqual(['59001:hors', null]);
  });

  it('are refused below the thresholds of the territory, from another place, or half there', async () => {
    const above = refusal(read('above', safe.cube, safe.report, { children: 20, families: 3 }));
    expect(await above).toMatchObject({
      code: 'pathways-threshold',
      column: 'k',
      found: '11',
      expected: '20'
    });
    const families = refusal(read('families', safe.cube, safe.report, { children: 11, families: 5 }));
    expect(await families).toMatchObject({ code: 'pathways-threshold', column: 'families' });
    expect(await refusal(read('foreign', safe.cube, {}))).toMatchObject({ code: 'pathways-not-of-safe' });
    expect(await refusal(read('list', [], safe.report))).toMatchObject({ code: 'cube-not-an-object' });
  });

  it('are refused with totals of schools, when they were protected without the kinds of schools', async () => {
    const { impossible, ...bare } = safe.cube;
    expect(impossible?.length).toBeGreaterThan(0);
    expect(await refusal(read('kinds', bare, safe.report))).toMatchObject({ code: 'pathways-without-kinds' });
    const noKinds = { ...structure, schools: schools.map(({ uai }) => ({ uai })) };
    expect(() => protect(solver, cases, noKinds, { method: 'gauss' })).toThrow(
      expect.objectContaining({ finding: expect.objectContaining({ code: 'school-kinds-unknown' }) })
    );
    const without = protect(solver, cases, noKinds, {
      method: 'gauss',
      unknownKinds: 'leave-schools-out'
    });
    expect(without.report.withheld).toContain('schools');
    expect(without.cube.dimensions.map(({ name }) => name)).not.toContain('school');
    expect((await read('no-schools', without.cube, without.report)).release.protection.all.schools).toEqual({
      shown: 0,
      total: 0
    });
  });

  it('are refused when a hidden count was shown again by hand', async () => {
    const shown = '59003 ALL ALL ALL';
    const cells = safe.cube.cells.map((cell) =>
      cell.key.join(' ') === shown ? { key: cell.key, value: SIZES['59003'] } : cell
    );
    expect(cells).not.toEqual(safe.cube.cells);
    expect(await refusal(read('open', { ...safe.cube, cells }, safe.report))).toBeInstanceOf(UnsafeTerritory);
  });
});

describe('children of a case file that are in no count', () => {
  const file = { read: 61, kept: 54, out: { 'no-place': 5, 'duplicate-case': 2 } };
  const told = async (name: string, part: object) => {
    const report = { ...safe.report, file: { ...file, ...part } };
    return (await read(name, safe.cube, report)).release.uncounted;
  };

  it('are told with the children of the file; the same child again is counted', async () => {
    expect(await told('lost', {})).toEqual({ children: 5, of: 59 });
    const ofTheShell = { out: undefined, findings: [{ code: 'duplicate-case' }] };
    expect(await told('of-the-shell', ofTheShell)).toEqual({ children: 6, of: 60 });
    expect(await told('none', { read: 56, out: { 'duplicate-case': 2 } })).toBeNull();
    expect(await told('broken', { read: 'x', kept: -1 })).toBeNull();
    expect((await read('untold', safe.cube, safe.report)).release.uncounted).toBeNull();
  });

  it('are told without the children of the file where these would give a hidden total', async () => {
    // Four children of another year, whose total is hidden.
    expect(await told('more', { read: 65, kept: 58 })).toEqual({ children: 5, of: null });
  });
});

describe('the thresholds of the page', () => {
  it('are those of the rule, raised for the public where the territory asks for more', () => {
    expect(thresholdsOf('public', undefined)).toEqual({ k: 11, families: 3 });
    expect(thresholdsOf('public', { children: 20, families: 4 })).toEqual({ k: 20, families: 4 });
    expect(thresholdsOf('public', { children: 5, families: 3 })).toEqual({ k: 11, families: 3 });
    expect(thresholdsOf('internal', { children: 20, families: 4 })).toEqual({ k: 5, families: 4 });
  });
});

describe('the releases of several years', () => {
  const of = (school_year: Case['school_year'], change: Partial<Case> = {}) =>
    cases.map((one): Case => ({ ...one, school_year, ...change }));
  const readAll = async (releases: Record<string, Protected>) => {
    const open = async (file: string) => {
      const [name, part] = file.split('/') as [string, string];
      const { cube, report } = releases[name]!;
      return { name: file, bytes: utf8(JSON.stringify(part === 'cube.json' ? cube : report)) };
    };
    return readPathways(solver, { open, names: Object.keys(releases), siren: '200000001', least: LEAST });
  };
  const totals = ({ release }: Awaited<ReturnType<typeof readAll>>) =>
    release.cells.flatMap(({ school_year, zone_kind, level, theme, children }) =>
      zone_kind === 'epci' && level === 'ALL' && theme === 'ALL' ? [[school_year, children]] : []
    );
  const protectGauss = (rows: readonly Case[]) => protect(solver, rows, structure, { method: 'gauss' });

  it('stand together in the site: a new one alone loses none of the former years', async () => {
    const former = protectGauss([...of('2023-2024'), ...of('2024-2025')]);
    const read = await readAll({ former, next: safe });
    expect(read.years).toEqual(['2023-2024', '2024-2025', '2025-2026']);
    expect(totals(read)).toEqual(read.years.map((year) => [year, 54]));
    expect(read.findings).toEqual([]);
    expect(read.release.protection.years.map(({ year }) => year)).toEqual(read.years);
    expect(read.release.cube.years).toEqual(read.years);
  });

  it('that give other counts to one year are a correction: the later one is taken, and it is said', async () => {
    const former = protectGauss([...of('2024-2025'), ...of('2025-2026').slice(1)]);
    const read = await readAll({ former, next: safe });
    expect(totals(read)).toEqual([['2024-2025', 54], ['2025-2026', 54]]); // prettier-ignore
    expect(read.findings).toMatchObject([
      { code: 'year-replaced', file: 'next/cube.json', found: '2025-2026', expected: 'former/cube.json' }
    ]);
    for (const { code } of read.findings) expect(findingCodes()).toContain(code);
  });
});
