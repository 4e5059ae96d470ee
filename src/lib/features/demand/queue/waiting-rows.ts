// The lines of the page: each school that waits, of the year and place chosen, with its line of the calendar.
import { latestYear } from '$lib/cube/dashboard.ts';
import type { WaitingSchool } from '$lib/cube/waiting.ts';
import type { CoverageState } from '$lib/features/coverage/coverage-state.svelte.ts';
import type { OpeningsState } from '$lib/figures/openings-state.svelte.ts';
import { queueOf } from '$lib/figures/queue.ts';
import type { SchoolsAsked } from '$lib/figures/openings-words.ts';
import type { OpeningLine } from '$lib/engines/demand/index.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inCommune, levelName } from '$lib/i18n/terms.ts';

export interface WaitingRow {
  row: WaitingSchool;
  /** Rank in the territory, from 1. */
  rank: number;
  /** null where no calendar is known, and in a former year. */
  line: OpeningLine | null;
}

/** A former year has a queue and no calendar. */
export const isLatest = ({ address, cube }: CoverageState): boolean =>
  address.year === latestYear(cube.dashboard);

/** Those that wait, of the year, place and level chosen. */
export const waitingOf = ({ cube, filter, address: { weights } }: CoverageState): readonly WaitingSchool[] =>
  queueOf(cube, { filter, weights });

export function waitingRows(coverage: CoverageState, { view, chosen }: OpeningsState): WaitingRow[] {
  const waiting = waitingOf(coverage);
  const here = new Set(waiting.map(({ school }) => school.uai));
  if (!isLatest(coverage)) return waiting.map((row, at) => ({ row, rank: at + 1, line: null }));
  return queueRows({ view, chosen }).filter(({ row }) => here.has(row.school.uai));
}

/** All that wait today, in order of priority. */
export function queueRows({ view, chosen }: Pick<OpeningsState, 'view' | 'chosen'>): WaitingRow[] {
  const lines = new Map(chosen?.lines.map((line) => [line.id, line]));
  return view.queue.map((row, at) => ({ row, rank: at + 1, line: lines.get(row.school.uai) ?? null }));
}

/** Schools that the sentence speaks of: those of the table, and where they are. */
export function askedOf(coverage: CoverageState, rows: readonly WaitingRow[]): SchoolsAsked {
  const { place, level } = coverage.address;
  const name = place && coverage.cube.nameOf(place.code);
  const where = [
    level === 'ALL' ? null : m.waiting_of_level({ level: levelName(level).toLocaleLowerCase() }),
    name === null ? null : place?.kind === 'commune' ? inCommune(name) : m.waiting_in_quarter({ name })
  ].filter((part) => part !== null);
  return {
    ids: new Set(rows.map(({ row }) => row.school.uai)),
    where: where.length > 0 ? where.join(' ') : null
  };
}
