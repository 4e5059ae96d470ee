// Synthetic pathways look like a service's, and contradict nothing that the territory says.
import { describe, expect, it } from 'vitest';
import { drawDetails } from '../../../../scripts/demo/case-details.ts';
import { demoCases, drawCases } from '../../../../scripts/demo/cases.ts';
import { readFacts } from '../../../../scripts/demo/facts.ts';
import { demoPlaces } from '../../../../scripts/demo/places.ts';
import { SEED } from '../../../../scripts/demo/seed.ts';
import { readYears } from '../../../../scripts/demo/years.ts';
import { THEMES, type WholeCase } from '../../../../src/lib/model/pathway.ts';
import { previousYear } from '../../../../src/lib/model/school-year.ts';
import { LEVELS, levelsOf, statusIn } from '../../../../src/lib/model/school.ts';
import { DEMO, ROOT } from './repository.ts';

const { cases, rows } = DEMO;
const years = readYears(ROOT);
const schools = new Map(rows.schools.map((school) => [school.uai, school]));
const inYear = (year: string) => cases.filter(({ school_year }) => school_year === year);
const share = (part: number, whole: number) => Math.round((100 * part) / whole);

describe('children accompanied', () => {
  it.each(years)('are $children in $school_year, each once', ({ school_year, children }) => {
    const rowsOfYear = inYear(school_year);
    expect(rowsOfYear).toHaveLength(children);
    expect(new Set(rowsOfYear.map(({ case_id }) => case_id)).size).toBe(children);
  });

  it('are the same at every call', () => {
    expect(demoCases(ROOT)).toEqual(cases);
  });

  it('have this year the sexes and profiles of the country: 58.2 % boys, 77 % of profiles 2 and 3', () => {
    const lastYear = years.at(-1)!.school_year;
    const told = drawDetails(cases, SEED).filter((_, at) => cases[at]!.school_year === lastYear);
    const percent = (part: typeof told) => (100 * part.length) / told.length;
    expect(percent(told.filter(({ sex }) => sex === 'M'))).toBeCloseTo(58.2, 0);
    expect(percent(told.filter(({ profile }) => profile === '2' || profile === '3'))).toBeCloseTo(77, 0);
  });

  it('go on for 12 to 19 months on average', () => {
    const facts = readFacts(ROOT);
    const { durations } = drawCases(facts, demoPlaces(facts), rows.schools, years);
    const mean = durations.reduce((all, months) => all + months, 0) / durations.length;
    expect(durations.length).toBeGreaterThan(200);
    expect(mean).toBeGreaterThanOrEqual(12);
    expect(mean).toBeLessThanOrEqual(19);
  });

  it('never come back after they left, and keep their family', () => {
    const byChild = new Map<string, WholeCase[]>();
    for (const row of cases) byChild.set(row.case_id, [...(byChild.get(row.case_id) ?? []), row]);
    for (const pathway of byChild.values()) {
      expect(new Set(pathway.map(({ family_id }) => family_id)).size).toBe(1);
      pathway.slice(1).forEach((row, at) => {
        expect(previousYear(row.school_year)).toBe(pathway[at]?.school_year);
        expect(LEVELS.indexOf(row.level)).toBeGreaterThanOrEqual(
          LEVELS.indexOf(pathway[at]?.level ?? 'maternelle')
        );
      });
    }
  });

  it('have the ages of the national survey, within ten points', () => {
    const level = (name: string) => share(cases.filter((row) => row.level === name).length, cases.length);
    expect(Math.abs(level('maternelle') - 15)).toBeLessThanOrEqual(10);
    expect(Math.abs(level('elementaire') - 52)).toBeLessThanOrEqual(10);
    expect(Math.abs(level('college') - 33)).toBeLessThanOrEqual(10);
  });

  it('work on all five themes every year', () => {
    for (const { school_year } of years) {
      expect(new Set(inYear(school_year).map(({ theme }) => theme))).toEqual(new Set(THEMES));
    }
  });

  it('are visited at least once, and rarely more than twice a month', () => {
    for (const { visits } of cases) {
      expect(visits).toBeGreaterThanOrEqual(1);
      expect(visits).toBeLessThanOrEqual(20);
    }
  });
});

describe('schools and homes', () => {
  it('attend a school that the service reaches in the year, of a kind that takes their level', () => {
    for (const { uai, level, school_year } of cases) {
      const school = schools.get(uai);
      expect(school && ['followed', 'linked'].includes(statusIn(school, school_year))).toBe(true);
      expect(school && levelsOf(school.kind)).toContain(level);
    }
  });

  it('live in a commune of the EPCI, and in a QPV that reaches it', () => {
    const places = demoPlaces(readFacts(ROOT));
    const communes = new Set(rows.communes.map(({ code }) => code));
    for (const { commune, qpv } of cases) {
      expect(communes).toContain(commune);
      if (qpv) expect(places.reach.get(qpv)).toContain(commune);
    }
  });

  it('live mostly near their school, and mostly in a QPV', () => {
    const near = cases.filter(({ uai, commune }) => schools.get(uai)?.commune === commune).length;
    expect(share(near, cases.length)).toBeGreaterThan(80);
    const inQpv = cases.filter(({ qpv }) => qpv !== null).length;
    expect(share(inQpv, cases.length)).toBeGreaterThan(60);
  });

  it('have siblings, some of whom live apart', () => {
    const families = new Map<string, WholeCase[]>();
    for (const row of inYear('2025-2026')) {
      families.set(row.family_id, [...(families.get(row.family_id) ?? []), row]);
    }
    const several = [...families.values()].filter(({ length }) => length > 1);
    expect(several.length).toBeGreaterThan(20);
    const apart = several.filter((siblings) => new Set(siblings.map(({ commune }) => commune)).size > 1);
    expect(apart.length).toBeGreaterThan(0);
    expect(apart.length).toBeLessThan(several.length);
  });
});
