// Times by car to the schools of the demonstration: from the nearest base, and from the base of the post that follows each.
import type { TravelAccess } from '../../src/lib/cube/dashboard.ts';
import { teamPosts, type TeamRows } from '../../src/lib/engines/territory-builder/index.ts';
import { teamPlaces } from '../../src/lib/engines/travel/index.ts';
import { NO_ROUTE, type Matrix } from '../../src/lib/model/travel/travel-times.ts';

/** Nearest base of each school by car. */
export function demoAccess({ communes, schools, staff }: TeamRows, car: Matrix): TravelAccess {
  const rowOf = new Map(teamPlaces(communes, schools).map(({ id }, row) => [id, row]));
  const bases = [
    ...new Set(staff.filter(({ role }) => role === 'referent').map(({ base_commune }) => base_commune))
  ];
  const nearest = schools.flatMap(({ uai }) => {
    const to = rowOf.get(uai);
    if (to === undefined) return [];
    const drives = bases.flatMap((base) => {
      const seconds = car.seconds[rowOf.get(base)! * car.destinations + to]!;
      return seconds === NO_ROUTE ? [] : [{ base, seconds }];
    });
    const best = drives.sort((a, b) => a.seconds - b.seconds || (a.base < b.base ? -1 : 1))[0];
    return best ? [[uai, best] as const] : [];
  });
  return { schematic: true, nearest: Object.fromEntries(nearest) };
}

/** Seconds from each followed school's own base to it. */
export function demoDrives(rows: TeamRows, car: Matrix): Record<string, number> {
  const rowOf = new Map(teamPlaces(rows.communes, rows.schools).map(({ id }, row) => [id, row]));
  const drives = teamPosts(rows).flatMap(({ base, schools }) =>
    schools.flatMap(({ uai }) => {
      const [from, to] = [rowOf.get(base), rowOf.get(uai)];
      if (from === undefined || to === undefined) return [];
      const seconds = car.seconds[from * car.destinations + to]!;
      return seconds === NO_ROUTE ? [] : [[uai, seconds] as const];
    })
  );
  return Object.fromEntries(drives);
}
