// Groups of several communes that go to one place in the same half-day, each with a vehicle asked for.
import { halfOf, isAhead } from '../../model/actions/action-year.ts';
import { VEHICLES, type ListedSession } from '../../model/actions/action-sheets.ts';
import { TRANSPORT_NEED } from '../../model/actions/needs.ts';
import type { HalfDay } from '../../model/meetings/meetings-file.ts';
import { unaccented } from '../../model/unaccented.ts';
import { byCodeUnit } from './order.ts';

/** One line for the coordinator, who decides. */
export interface SharedTrip {
  date: string;
  half: HalfDay;
  /** As the first of its sessions writes it. */
  place: string;
  /** By their hour, then by id. */
  sessions: { id: string; commune: string; begin: number; seats: number | null }[];
  /** Of all; null: those of one are not known. */
  seats: number | null;
}

/** A vehicle is asked for: it is named, or needed. */
const asksVehicle = ({ transport, needs }: ListedSession): boolean =>
  transport === null ? needs.includes(TRANSPORT_NEED) : VEHICLES.includes(transport);

/**
 * Sessions from a day on that go to the same place in the same half-day, from two communes at least; in the order of dates, half-days, places.
 * A place is the same whatever its case, accents and spaces; an empty one is no place.
 */
export function sharedTrips(sessions: readonly ListedSession[], today: string): SharedTrip[] {
  const going = sessions
    .filter((session) => isAhead(session) && session.date >= today && asksVehicle(session))
    .toSorted((a, b) => a.begin - b.begin || byCodeUnit(a.id, b.id));
  const trips = new Map<string, ListedSession[]>();
  for (const session of going) {
    const place = unaccented(session.place).replace(/\s+/g, ' ').trim();
    if (place === '') continue;
    const key = `${session.date} ${halfOf(session.begin)} ${place}`;
    trips.set(key, [...(trips.get(key) ?? []), session]);
  }
  return [...trips]
    .filter(([, group]) => new Set(group.map(({ commune }) => commune)).size > 1)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, group]) => ({
      date: group[0]!.date,
      half: halfOf(group[0]!.begin),
      place: group[0]!.place,
      sessions: group.map(({ id, commune, begin, seats }) => ({ id, commune, begin, seats })),
      seats: group.reduce<number | null>(
        (sum, { seats }) => (sum === null || seats === null ? null : sum + seats),
        0
      )
    }));
}
