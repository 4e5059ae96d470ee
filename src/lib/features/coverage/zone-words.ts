// What tables of zones are called, by the kind of place that they compare.
import type { ZonePlaceKind } from '$lib/cube/school-groups.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

export const ZONE_WORDS: Record<ZonePlaceKind, { title: () => string; column: () => string }> = {
  commune: { title: m.coverage_by_commune, column: m.coverage_col_commune },
  qpv: { title: m.coverage_by_qpv, column: m.coverage_col_qpv },
  group: { title: m.coverage_by_group, column: m.coverage_col_group }
};
