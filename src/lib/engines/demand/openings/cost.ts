// What a full-time post costs a year: typed, read from a sheet of the service, or supposed. One figure, and where it comes from.

/** Supposed until the service says otherwise. */
const SUPPOSED_COST = 52_000;

/** A sheet of the service that pays posts. */
export interface CostSheet {
  id: string;
  /** Euros a year. */
  total: number;
  /** Posts that it pays. */
  posts: number;
}

export type PostCost =
  | { euros: number; source: 'typed' | 'supposed'; sheet: null }
  | { euros: number; source: 'sheet'; sheet: CostSheet };

/** What the service chose: an amount, its sheet, or nothing yet. */
export type CostChoice = number | 'sheet' | null;

/** The costliest sheet of the service's own organisation, over the posts that it pays; null without one. */
export function costSheet(
  actions: readonly { id: string; level: string; cost_euros: number | null }[],
  posts: number
): CostSheet | null {
  if (!(posts > 0)) return null;
  const [sheet] = actions
    .flatMap(({ id, level, cost_euros: total }) =>
      level === 'ingenierie' && total !== null && total > 0 ? [{ id, total, posts }] : []
    )
    .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
  return sheet ?? null;
}

/** One cost and its source. */
export function postCost(choice: CostChoice, sheet: CostSheet | null): PostCost {
  if (typeof choice === 'number') return { euros: choice, source: 'typed', sheet: null };
  if (choice === 'sheet' && sheet)
    return { euros: Math.round(sheet.total / sheet.posts), source: 'sheet', sheet };
  return { euros: SUPPOSED_COST, source: 'supposed', sheet: null };
}
