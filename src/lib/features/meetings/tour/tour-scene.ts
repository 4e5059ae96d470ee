// What the map of tours draws: bases, numbered stops, and lines from town hall to town hall.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { placeName } from '$lib/i18n/place-names';
import type { Scene } from '$lib/map/scene.ts';
import type { coordinatorDays } from '$lib/engines/meetings/index.ts';

export type CoordinationDay = ReturnType<typeof coordinatorDays>[number];

type LonLat = readonly [lon: number, lat: number];

export interface TourScene extends Scene {
  /** `style`: 0 solid, 1 dashed, 2 dotted, of its coordinator; `SESSION_LINE` of sessions. */
  lines: { line: LonLat[]; style: number }[];
  /** Stops at one place share a mark, meetings and sessions apart. */
  stops: { at: LonLat; label: string; isSession: boolean }[];
  bases: { at: LonLat; label: string }[];
}

export const TOUR_LINES = 3;
const BETWEEN = '\u2009·\u2009';
/** A thin line. */
export const SESSION_LINE = TOUR_LINES;

/** Sessions of actions, and the days of who goes with them. */
export interface SessionTours {
  stops: readonly { commune: string; number: number }[];
  days: readonly { base: string; label: string; communes: readonly string[] }[];
}

/** « Coordination 2 » as « C2 » */
export const shortCoordination = (id: string): string => `C${/\d+$/.exec(id)?.[0] ?? id.slice(0, 2)}`;

/** @param numberOf number of a stop in the list beside the map */
export function tourScene(
  dashboard: Pick<Dashboard, 'communes' | 'schools'>,
  tours: readonly CoordinationDay[],
  styleOf: (tour: CoordinationDay) => number,
  numberOf: (stop: CoordinationDay['meetings'][number]) => number,
  sessions: SessionTours = { stops: [], days: [] }
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
  const lineOf = (codes: readonly string[]) => codes.map(at).filter((place) => place !== null);
  const visited = new Set([
    ...tours.flatMap(({ base, meetings }) => [base, ...meetings.map(({ commune }) => commune)]),
    ...sessions.days.map(({ base }) => base),
    ...sessions.stops.map(({ commune }) => commune)
  ]);
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
    lines: [
      ...sessions.days.map(({ base, communes: stops }) => ({
        style: SESSION_LINE,
        line: lineOf([base, ...stops, base])
      })),
      ...tours.map((tour) => ({
        style: styleOf(tour),
        line: lineOf([tour.base, ...tour.meetings.map(({ commune }) => commune), tour.base])
      }))
    ],
    stops: [
      ...grouped(
        tours.flatMap(({ meetings }) =>
          meetings.map((stop) => [stop.commune, String(numberOf(stop))] as const)
        ),
        BETWEEN
      ).map((stop) => ({ ...stop, isSession: false })),
      ...grouped(
        sessions.stops.map(({ commune, number }) => [commune, String(number)] as const),
        BETWEEN
      ).map((stop) => ({ ...stop, isSession: true }))
    ],
    bases: grouped(
      [
        ...tours.map(({ base, coordinator }) => [base, shortCoordination(coordinator)] as const),
        ...sessions.days.map(({ base, label }) => [base, label] as const)
      ],
      ' '
    )
  };
}
