// What the map of tours draws: bases, numbered stops, and lines from town hall to town hall.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { placeName } from '$lib/i18n/place-names';
import type { Scene } from '$lib/map/scene.ts';
import type { coordinatorDays } from '$lib/engines/meetings/index.ts';

export type CoordinationDay = ReturnType<typeof coordinatorDays>[number];

type LonLat = readonly [lon: number, lat: number];

export interface TourScene extends Scene {
  /** `style`: 0 solid, 1 dashed, 2 dotted, of its coordinator. */
  lines: { line: LonLat[]; style: number }[];
  /** Stops at one place share a mark. */
  stops: { at: LonLat; label: string }[];
  bases: { at: LonLat; label: string }[];
}

export const TOUR_LINES = 3;

/** « Coordination 2 » as « C2 » */
export const shortCoordination = (id: string): string => `C${/\d+$/.exec(id)?.[0] ?? id.slice(0, 2)}`;

/** @param numberOf number of a stop in the list beside the map */
export function tourScene(
  dashboard: Pick<Dashboard, 'communes' | 'schools'>,
  tours: readonly CoordinationDay[],
  styleOf: (tour: CoordinationDay) => number,
  numberOf: (stop: CoordinationDay['meetings'][number]) => number
): TourScene {
  const { communes } = dashboard;
  const at = (code: string): LonLat | null => {
    const town = communes.find((commune) => commune.code === code);
    return town ? [town.town_lon, town.town_lat] : null;
  };
  const grouped = (labels: readonly (readonly [code: string, label: string])[], join: string) =>
    [...new Set(labels.map(([code]) => code))].flatMap((code) => {
      const place = at(code);
      const own = [...new Set(labels.filter(([other]) => other === code).map(([, label]) => label))];
      return place ? [{ at: place, label: own.join(join) }] : [];
    });
  const visited = new Set(
    tours.flatMap(({ base, meetings }) => [base, ...meetings.map(({ commune }) => commune)])
  );
  return {
    kind: 'communes',
    areas: [...visited].map((code) => ({
      ref: { kind: 'commune' as const, code },
      name: placeName(dashboard, code),
      class: null,
      protected: false,
      label: '',
      description: '',
      faded: false,
      circle: null
    })),
    points: [],
    lines: tours.map((tour) => ({
      style: styleOf(tour),
      line: [tour.base, ...tour.meetings.map(({ commune }) => commune), tour.base].flatMap((code) => {
        const place = at(code);
        return place ? [place] : [];
      })
    })),
    stops: grouped(
      tours.flatMap(({ meetings }) =>
        meetings.map((stop) => [stop.commune, String(numberOf(stop))] as const)
      ),
      '\u2009·\u2009'
    ),
    bases: grouped(
      tours.map(({ base, coordinator }) => [base, shortCoordination(coordinator)] as const),
      ' '
    )
  };
}
