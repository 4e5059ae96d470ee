// A synthetic assignment problem drawn from a seed: towns of uneven size, schools around them, bases in the larger towns.
import type { Pair, ProblemFile } from '../../../src/lib/model/plan.ts';
import { seeded } from './random.ts';

export interface SplitShape {
  units: number;
  referents: number;
  tolerance: number;
  coordinators?: number;
  /** Neighbours are given and territories asked in one piece. */
  contiguous?: boolean;
}

const WIDTH_KM = 26;
const MINUTES_A_KM = 1.5;
const NEIGHBOURS = 5;

/** Degrees of a point of the synthetic plane, somewhere in the north of France. */
const degrees = (x: number, y: number) => ({ lat: 50.3 + y / 111, lon: 3.4 + x / 71 });

export function syntheticProblem(seed: number, shape: SplitShape): ProblemFile {
  const random = seeded(seed * 104_729 + shape.units * 31 + shape.referents);
  const { units: n, referents: m, coordinators } = shape;
  const towns = Array.from({ length: Math.max(m, Math.ceil(n / 6)) }, () => ({
    x: random() * WIDTH_KM,
    y: random() * WIDTH_KM
  }));
  const near = (spread: number) => {
    const town = towns[Math.floor(towns.length * random() ** 1.6)]!;
    return { x: town.x + (random() - 0.5) * spread, y: town.y + (random() - 0.5) * spread };
  };
  const places = Array.from({ length: n }, () => near(7));
  const bases = Array.from({ length: m }, (_, j) => towns[j]!);
  const minutes = bases.map((base) =>
    places.map(({ x, y }) => {
      const detour = 1.15 + (shape.contiguous ? 0.05 : 0.4) * random();
      const km = Math.hypot(x - base.x, y - base.y) * detour;
      return Math.round(10 * (3 + MINUTES_A_KM * km)) / 10;
    })
  );
  const name = (letter: string, number: number) => `${letter}${String(number + 1).padStart(3, '0')}`;
  const units = places.map(({ x, y }, i) => {
    const pupils = Math.round(60 + 340 * random() ** 1.7);
    const visits = Math.round(pupils * (0.4 + random())) / 100;
    const nearest = bases.reduce((best, _, j) => (minutes[j]![i]! < minutes[best]![i]! ? j : best), 0);
    const current = random() < 0.7 ? nearest : Math.floor(random() * m);
    return {
      id: name('U', i),
      pupils,
      visits,
      current: name('R', current),
      workload: Math.round(visits * 60 + 15 + 30 * random()),
      meetings: Math.round(6 * random()),
      ...degrees(x, y)
    };
  });
  const pairs = new Map<string, Pair>();
  places.forEach((place, i) => {
    const others = places
      .map((other, v) => ({ v, far: Math.hypot(other.x - place.x, other.y - place.y) }))
      .filter(({ v }) => v !== i)
      .sort((a, b) => a.far - b.far || a.v - b.v);
    for (const { v } of others.slice(0, NEIGHBOURS)) {
      const pair: Pair = [units[Math.min(i, v)]!.id, units[Math.max(i, v)]!.id];
      pairs.set(pair.join(), pair);
    }
  });
  return {
    units,
    referents: bases.map(({ x, y }, j) => ({
      id: name('R', j),
      fte: 1,
      base: degrees(x, y),
      coordinator: coordinators === undefined ? null : name('C', j % coordinators)
    })),
    minutes,
    tolerance: shape.tolerance,
    soft: false,
    pins: [],
    apart: [],
    together: [],
    neighbours: shape.contiguous ? [...pairs.values()] : [],
    contiguous: shape.contiguous ?? false,
    maxPupilsMoved: null,
    stability: 0,
    coordinatorTolerance: null
  };
}
