// Figures of two places side by side, beyond the indicators: counts, each with that of the territory.
import type { CoverageCube } from '$lib/cube/coverage';
import { isWithinCommunes } from '$lib/cube/portrait-places';
import { unfiltered } from '$lib/cube/filter';
import { knownCounts } from '$lib/cube/school-counts';
import type { Portrait } from '$lib/cube/portrait';
import { integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { countWord } from './words';

export interface ComparedRow {
  name: string;
  place: string;
  other: string;
  whole: string;
}

/** « 4 sur 6 », « 2 », « protégé »: the same words in the three columns. */
export function comparedRows(cube: CoverageCube, place: Portrait, other: Portrait): ComparedRow[] {
  const whole = cube.zone(unfiltered(place.year));
  const both = (write: (portrait: Portrait) => string) => ({ place: write(place), other: write(other) });
  const unknown = m.portrait_follow_up_unknown();
  const followed = (counts: Portrait['counts']) =>
    counts.followed === null
      ? unknown
      : m.portrait_rank_of({ value: integer(counts.followed), of: integer(counts.schools) });
  const waiting = (counts: Portrait['counts']) =>
    counts.waiting === null ? unknown : integer(counts.waiting);
  const inAll = knownCounts(whole, cube.followUpKnown);
  const ofSchools = (write: (counts: Portrait['counts']) => string) =>
    both(({ known, counts }) => (known ? write(counts) : m.coverage_perimeter_unknown()));
  return [
    { name: m.coverage_figure_followed(), ...ofSchools(followed), whole: followed(inAll) },
    {
      name: m.coverage_figure_waiting(),
      ...ofSchools(waiting),
      whole: waiting(inAll)
    },
    {
      name: m.coverage_figure_children(),
      ...both(({ children }) => countWord(children)),
      whole: countWord(whole.children)
    },
    {
      name: m.programme_figure_teams(),
      ...both(({ teams }) => integer(teams.length)),
      whole: integer(cube.dashboard.teams.length)
    },
    {
      name: m.coverage_place_qpvs(),
      ...both(({ place: one, qpvs }) => (isWithinCommunes(one) ? '–' : integer(qpvs.length))),
      whole: integer(cube.dashboard.qpvs.length)
    }
  ];
}
