// How an action spreads: born where, taken up where and when; and the communes that lack a theme. It never says that it would work there.
import type { SessionSheet, SpreadFault, SpreadNode, SpreadTree } from '../../model/actions/action-sheets.ts';
import type { SchoolYear } from '../../model/school-year.ts';
import { byCodeUnit } from './order.ts';

type SpreadSheet = Pick<SessionSheet, 'id' | 'communes' | 'begun' | 'takenFrom'>;

const byYear = (one: SchoolYear | null, other: SchoolYear | null): number =>
  one === other ? 0 : one === null ? 1 : other === null ? -1 : byCodeUnit(one, other);
const byAge = (one: SpreadSheet, other: SpreadSheet): number =>
  byYear(one.begun, other.begun) || byCodeUnit(one.id, other.id);

/** The sheets that lead back to themselves: of each such ring, the first one, whose link is then cut. */
function loopsOf(sheets: ReadonlyMap<string, SpreadSheet>): Set<string> {
  const cut = new Set<string>();
  const done = new Set<string>();
  for (const start of [...sheets.keys()].sort(byCodeUnit)) {
    const walk: string[] = [];
    let at: string | null | undefined = start;
    while (at !== null && at !== undefined && !done.has(at) && !walk.includes(at)) {
      walk.push(at);
      at = sheets.get(at)?.takenFrom;
    }
    const from = at === null || at === undefined ? -1 : walk.indexOf(at);
    if (from >= 0) cut.add(walk.slice(from).sort(byCodeUnit)[0]!);
    for (const one of walk) done.add(one);
  }
  return cut;
}

/** Communes that a tree reaches first in each year, the unknown year last. */
function yearsOf(root: SpreadNode): SpreadTree['years'] {
  const first = new Map<string, SchoolYear | null>();
  const visit = ({ communes, begun, takenUp }: SpreadNode) => {
    for (const commune of communes) {
      const before = first.get(commune);
      if (before === undefined || byYear(begun, before) < 0) first.set(commune, begun);
    }
    for (const next of takenUp) visit(next);
  };
  visit(root);
  return [...new Set(first.values())].sort(byYear).map((year) => ({
    year,
    communes: [...first]
      .filter(([, begun]) => begun === year)
      .map(([commune]) => commune)
      .sort(byCodeUnit)
  }));
}

/**
 * Trees of sheets by the one from which each was taken up, the oldest first, then by id: each sheet is in one tree.
 *
 * @returns `faults`: links to an unknown sheet or back to itself, which are cut, and to a sheet that began later, which are kept; by id
 */
export function actionSpread(sheets: readonly SpreadSheet[]): { trees: SpreadTree[]; faults: SpreadFault[] } {
  const known = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const loops = loopsOf(known);
  const faults: SpreadFault[] = [];
  const children = new Map<string | null, SpreadSheet[]>();
  for (const sheet of known.values()) {
    const from = sheet.takenFrom === null ? undefined : known.get(sheet.takenFrom);
    const isCut = loops.has(sheet.id);
    if (isCut) faults.push({ sheet: sheet.id, why: 'loop' });
    else if (sheet.takenFrom !== null && !from) faults.push({ sheet: sheet.id, why: 'unknown' });
    else if (from?.begun && sheet.begun && sheet.begun < from.begun)
      faults.push({ sheet: sheet.id, why: 'later' });
    const under = isCut || !from ? null : from.id;
    children.set(under, [...(children.get(under) ?? []), sheet]);
  }
  const nodesUnder = (id: string | null): SpreadNode[] =>
    (children.get(id) ?? []).toSorted(byAge).map((sheet) => ({
      sheet: sheet.id,
      communes: sheet.communes,
      begun: sheet.begun,
      takenUp: nodesUnder(sheet.id)
    }));
  return {
    trees: nodesUnder(null).map((root) => ({ root, years: yearsOf(root) })),
    faults: faults.sort((a, b) => byCodeUnit(a.sheet, b.sheet))
  };
}

/** A commune of intervention: the themes that it is sure to lack, and its schools; null: unknown. */
export interface CommuneOfThemes {
  commune: string;
  lacks: readonly string[];
  waiting: number | null;
  followed: number | null;
}

/** Communes that lack a theme: most schools waiting first, then most followed, unknown last, then by code. */
export function communesWithout(theme: string, communes: readonly CommuneOfThemes[]): CommuneOfThemes[] {
  const most = (one: number | null, other: number | null) =>
    one === other ? 0 : one === null ? 1 : other === null ? -1 : other - one;
  return communes
    .filter(({ lacks }) => lacks.includes(theme))
    .sort(
      (a, b) => most(a.waiting, b.waiting) || most(a.followed, b.followed) || byCodeUnit(a.commune, b.commune)
    );
}
