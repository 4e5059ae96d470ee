// What tables of zones are called, by the kind of place that they compare.
import type { CoverageCube } from '$lib/cube/coverage.ts';
import type { ZonePlaceKind } from '$lib/cube/school-groups.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

const WORDS = {
  commune: { title: m.coverage_by_commune, column: m.coverage_col_commune, outside: () => '' },
  qpv: { title: m.coverage_by_qpv, column: m.coverage_col_qpv, outside: m.coverage_outside_qpv },
  group: { title: m.coverage_by_group, column: m.coverage_col_group, outside: m.coverage_outside_group },
  network: {
    title: m.coverage_by_network,
    column: m.coverage_col_network,
    outside: m.coverage_outside_network
  }
} as const;

/** Its groups of schools are REP networks. */
export const isByNetwork = ({ groups }: CoverageCube): boolean => groups[0]?.network === true;

/** @param state of a page that compares zones */
export const zoneWordsOf = ({ zoneKind, cube }: { zoneKind: ZonePlaceKind; cube: CoverageCube }) =>
  WORDS[zoneKind === 'group' && isByNetwork(cube) ? 'network' : zoneKind];
