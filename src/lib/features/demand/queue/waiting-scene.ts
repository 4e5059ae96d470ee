// Scene of the waiting list's map: waiting schools, with followed ones in the background.
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { CoverageState } from '$lib/features/coverage/coverage-state.svelte.ts';
import { coverageScene } from '$lib/features/coverage/coverage-scene.ts';
import type { LegendSymbol, Scene } from '$lib/map/scene.ts';

export function waitingScene(state: CoverageState): Scene {
  const scene = coverageScene(state);
  return {
    kind: 'ecoles',
    areas: state.cube.zones(state.filter, 'commune').map((zone) => ({
      ref: zone.ref,
      name: zone.name,
      class: null,
      protected: false,
      label: zone.waiting > 0 ? integer(zone.waiting) : '',
      description: m.coverage_zone_description({
        count: zone.followed,
        of: zone.schools,
        measure: m.coverage_chart_waiting({ count: zone.waiting, value: integer(zone.waiting) }),
        followed: integer(zone.followed),
        schools: integer(zone.schools),
        waiting: ''
      }),
      faded: state.address.place !== null && state.address.place.code !== zone.ref.code,
      circle: null
    })),
    points: scene.points
      .filter(({ status }) => status === 'waiting' || status === 'followed')
      .map((point) => ({ ...point, size: null }))
      .sort((a, b) => Number(a.status === 'waiting') - Number(b.status === 'waiting'))
  };
}

export const waitingSymbols = (): LegendSymbol[] => [
  { kind: 'waiting', label: m.coverage_status_waiting() },
  { kind: 'followed', label: m.coverage_status_followed() },
  { kind: 'qpv', label: m.coverage_qpv() }
];
