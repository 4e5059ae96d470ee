// The coarse gate: counts of the whole EPCI and of large communes, nothing finer. It hides too much rather than too little.
import type { Case, PathwayCell, Theme } from '../../src/lib/model/pathway.ts';
import { THEMES } from '../../src/lib/model/pathway.ts';
import { LEVELS, type Level } from '../../src/lib/model/school.ts';
import type { SchoolYear } from '../../src/lib/model/school-year.ts';

const LEAST_CHILDREN = 11;
const LEAST_FAMILIES = 3;

type Key = Omit<PathwayCell, 'children' | 'families' | 'visits' | 'status'>;
type Counts = { children: number; families: number; visits: number };

function count(cases: readonly Case[]): Counts {
  return {
    children: cases.length,
    families: new Set(cases.map(({ family_id }) => family_id)).size,
    visits: cases.reduce((sum, { visits }) => sum + visits, 0)
  };
}

const large = ({ children, families }: Counts) => children >= LEAST_CHILDREN && families >= LEAST_FAMILIES;
const shown = (key: Key, counts: Counts): PathwayCell => ({ ...key, ...counts, status: 'published' });
const hidden = (key: Key): PathwayCell => ({
  ...key,
  children: null,
  families: null,
  visits: null,
  status: 'suppressed'
});

/** All the parts of a whole, or none: one part hidden could be had by subtraction. Families of parts overlap, and stay hidden. */
function partition(parts: readonly { key: Key; cases: readonly Case[] }[]): PathwayCell[] {
  const counted = parts.map(({ key, cases }) => ({ key, counts: count(cases) }));
  const safe = counted.every(({ counts }) => large(counts));
  return counted.map(({ key, counts }) => (safe ? { ...shown(key, counts), families: null } : hidden(key)));
}

/** Communes to show: those that are large, less the smallest of them while the hidden rest could be told. */
function communesShown(counts: ReadonlyMap<string, Counts>): Set<string> {
  const bySize = [...counts].sort(([a, x], [b, y]) => y.children - x.children || (a < b ? -1 : 1));
  const open = bySize.filter(([, found]) => large(found));
  const rest = bySize.filter(([, found]) => !large(found)).map(([, found]) => found);
  const total = (field: 'children' | 'families') => rest.reduce((sum, found) => sum + found[field], 0);
  const tellable = () =>
    rest.length > 0 &&
    (rest.length < 2 || total('children') < LEAST_CHILDREN || total('families') < LEAST_FAMILIES);
  while (tellable()) {
    const smallest = open.pop();
    if (!smallest) break;
    rest.push(smallest[1]);
  }
  return new Set(open.map(([commune]) => commune));
}

/**
 * Cells of each year that may be published: the EPCI; its levels and its themes when every part counts 11 children and 3 families;
 * communes of residence that reach both, when those hidden are two at least, and together reach both. A row for every commune of the
 * territory, whether or not a child lives there, so that rows tell nothing. Levels and themes of communes are hidden; nothing is
 * said by QPV or school.
 */
export function coarse(
  cases: readonly Case[],
  territory: { siren: string; communes: readonly string[] }
): PathwayCell[] {
  const years = [...new Set(cases.map(({ school_year }) => school_year))].sort();
  return years.flatMap((school_year) =>
    coarseYear(
      school_year,
      cases.filter((row) => row.school_year === school_year),
      territory
    )
  );
}

function coarseYear(
  school_year: SchoolYear,
  cases: readonly Case[],
  { siren, communes }: { siren: string; communes: readonly string[] }
): PathwayCell[] {
  const epci = (level: Level | 'ALL', theme: Theme | 'ALL'): Key => {
    return { school_year, zone_kind: 'epci', zone: siren, level, theme };
  };
  const commune = (zone: string, level: Level | 'ALL', theme: Theme | 'ALL'): Key => {
    return { school_year, zone_kind: 'commune', zone, level, theme };
  };
  const living = new Map(communes.map((code) => [code, count(cases.filter((row) => row.commune === code))]));
  const open = communesShown(living);
  const total = count(cases);
  return [
    large(total) ? shown(epci('ALL', 'ALL'), total) : hidden(epci('ALL', 'ALL')),
    ...partition(
      LEVELS.map((level) => ({ key: epci(level, 'ALL'), cases: cases.filter((row) => row.level === level) }))
    ),
    ...partition(
      THEMES.map((theme) => ({ key: epci('ALL', theme), cases: cases.filter((row) => row.theme === theme) }))
    ),
    ...[...living].flatMap(([code, counts]) => [
      open.has(code) ? shown(commune(code, 'ALL', 'ALL'), counts) : hidden(commune(code, 'ALL', 'ALL')),
      ...LEVELS.map((level) => hidden(commune(code, level, 'ALL'))),
      ...THEMES.map((theme) => hidden(commune(code, 'ALL', theme)))
    ])
  ];
}
