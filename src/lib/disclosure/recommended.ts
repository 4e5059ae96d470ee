// The recommended cube: totals by school; level and theme by EPCI, commune, QPV and outside QPV; year by year.
import { LEVELS, levelsOf, type Level, type SchoolKind } from '../model/school.ts';
import { THEMES, type Case } from '../model/pathway.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { ROOT, type CubeCell, type Dimension, type Tree } from './cube.ts';

/** What anyone knows of the territory: which places exist. Places named by a case are added. */
export interface CaseStructure {
  communes: readonly string[];
  qpvs: readonly { code: string; communes: readonly string[] }[];
  /** `reached`: years in which the service works with the school, where anyone can know; in others nobody is followed there. */
  schools: readonly { uai: string; kind?: SchoolKind; reached?: readonly SchoolYear[] }[];
}

export const NO_STRUCTURE: CaseStructure = { communes: [], qpvs: [], schools: [] };

/** A cube without values: its dimensions, what cannot be, and the cells to publish when they may be. */
export interface Frame {
  dimensions: Dimension[];
  impossible: Record<string, string>[];
  cells: CubeCell[];
}

export const OUTSIDE = 'hors';
export const zoneOf = (one: Pick<Case, 'commune' | 'qpv'>): string => `${one.commune}:${one.qpv ?? OUTSIDE}`;
export const leavesOf = (one: Case): string[] => [zoneOf(one), one.uai, one.level, one.theme];

const flat = (names: readonly string[]): Tree => ({
  [ROOT]: Object.fromEntries(names.map((name) => [name, {}]))
});
const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();

function zones(cases: readonly Case[], structure: CaseStructure) {
  const pieces = new Map<string, Set<string>>();
  const add = (commune: string, part: string) =>
    (pieces.get(commune) ?? pieces.set(commune, new Set()).get(commune)!).add(part);
  for (const commune of structure.communes) add(commune, OUTSIDE);
  for (const { code, communes } of structure.qpvs) {
    for (const commune of communes) if (structure.communes.includes(commune)) add(commune, code);
  }
  for (const one of cases) {
    add(one.commune, OUTSIDE);
    if (one.qpv !== null) add(one.commune, one.qpv);
  }
  const communes = unique([...pieces.keys()]);
  const partsOf = (commune: string) => unique([...pieces.get(commune)!]);
  const byCommune = Object.fromEntries(
    communes.map((commune) => [
      commune,
      Object.fromEntries(partsOf(commune).map((part) => [`${commune}:${part}`, {}]))
    ])
  );
  const byQpv: Tree = {};
  for (const part of unique(communes.flatMap(partsOf))) {
    const holders = communes.filter((commune) => pieces.get(commune)!.has(part));
    byQpv[part] = Object.fromEntries(holders.map((commune) => [`${commune}:${part}`, {}]));
  }
  const qpvs = Object.keys(byQpv).filter((part) => part !== OUTSIDE);
  const outside = communes
    .filter((commune) => pieces.get(commune)!.size > 1)
    .map((commune) => `${commune}:${OUTSIDE}`);
  return {
    trees: [{ [ROOT]: byCommune }, { [ROOT]: byQpv }],
    shown: [ROOT, ...communes, ...qpvs, ...outside]
  };
}

/** Frame of one year. `allCases` (every year) settle what exists, so that all years have the same dimensions. */
export function recommendedFrame(allCases: readonly Case[], structure: CaseStructure): Frame {
  const { trees, shown } = zones(allCases, structure);
  const kinds = new Map(structure.schools.map(({ uai, kind }) => [uai, kind]));
  const schools = unique([...kinds.keys(), ...allCases.map(({ uai }) => uai)]);
  const met = new Set(allCases.map(({ uai, level }) => `${uai} ${level}`));
  const impossible: Record<string, string>[] = schools.flatMap((school) => {
    const kind = kinds.get(school);
    if (kind === undefined) return [];
    const levels: readonly Level[] = levelsOf(kind);
    return LEVELS.filter((level) => !levels.includes(level) && !met.has(`${school} ${level}`)).map(
      (level) => ({ school, level })
    );
  });
  impossible.push(...outOfReach(allCases, structure));
  const cells: CubeCell[] = [];
  for (const zone of shown)
    for (const level of [ROOT, ...LEVELS])
      for (const theme of [ROOT, ...THEMES]) cells.push({ key: [zone, ROOT, level, theme] });
  for (const school of schools) cells.push({ key: [ROOT, school, ROOT, ROOT] });
  return {
    dimensions: [
      { name: 'zone', trees },
      { name: 'school', trees: [flat(schools)] },
      { name: 'level', trees: [flat(LEVELS)] },
      { name: 'theme', trees: [flat(THEMES)] }
    ],
    impossible,
    cells
  };
}

function outOfReach(allCases: readonly Case[], { schools }: CaseStructure): Record<string, string>[] {
  const met = new Set(allCases.map(({ uai, school_year }) => `${uai} ${school_year}`));
  return schools.flatMap(({ uai, reached }) =>
    yearsOf(allCases)
      .filter((year) => reached && !reached.includes(year) && !met.has(`${uai} ${year}`))
      .map((year) => ({ year, school: uai }))
  );
}

/** What cannot be in one year, said without the year. */
export function impossibleIn(frame: Frame, year: SchoolYear): Record<string, string>[] {
  return frame.impossible.flatMap(({ year: only, ...pattern }) =>
    only === undefined || only === year ? [pattern] : []
  );
}

export const yearsOf = (cases: readonly Case[]): SchoolYear[] =>
  [...new Set(cases.map(({ school_year }) => school_year))].sort();
