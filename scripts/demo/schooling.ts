// Which school a synthetic child attends, from its age, its network and the schools that the service reaches that year.
import type { Level, School } from '../../src/lib/model/school.ts';
import { levelsOf, statusIn } from '../../src/lib/model/school.ts';
import type { SchoolYear } from '../../src/lib/model/school-year.ts';
import { metresBetween } from '../geo/measure.ts';
import type { Random } from './random.ts';

/** Ages of entry by level in hundredths of a percent, after the national survey of the programme (2021 data), and by year of age. */
const ENTRY: readonly { level: Level; ages: [number, number]; weight: number }[] = [
  { level: 'maternelle', ages: [3, 5], weight: 1500 },
  { level: 'elementaire', ages: [6, 10], weight: 5400 },
  { level: 'college', ages: [11, 14], weight: 3100 }
];
const LAST_AGE = 15;

export function levelAt(age: number): Level | null {
  if (age > LAST_AGE) return null;
  return age >= 11 ? 'college' : age >= 6 ? 'elementaire' : 'maternelle';
}

export function drawEntryAge(random: Random): number {
  const { ages } = random.weighted(ENTRY, ({ weight }) => weight);
  return random.int(...ages);
}

/** Schools whose children the service may accompany in a year. */
export function reachedSchools(schools: readonly School[], year: SchoolYear): School[] {
  return schools.filter((school) => ['followed', 'linked'].includes(statusIn(school, year)));
}

function pull({ rep, sector, pupils }: School): number {
  const need = rep === 'REP+' ? 9 : rep === 'REP' ? 7 : sector === 'public' ? 3 : 1;
  return need * Math.max(40, pupils ?? 0);
}

/** A school for a child who enters; in `commune` when one there takes the level. */
export function drawSchool(
  reached: readonly School[],
  level: Level,
  random: Random,
  commune?: string
): School {
  const taking = reached.filter(({ kind }) => levelsOf(kind).includes(level));
  const near = taking.filter((school) => school.commune === commune);
  return random.weighted(near.length > 0 ? near : taking, pull);
}

/** The school of the next year: the same while it takes the level, else its group's, its network's or the nearest. */
export function nextSchool(school: School, level: Level, reached: readonly School[]): School {
  if (levelsOf(school.kind).includes(level)) return school;
  const distance = (other: School) =>
    metresBetween(
      { lon: school.lon ?? 0, lat: school.lat ?? 0 },
      { lon: other.lon ?? 0, lat: other.lat ?? 0 }
    );
  const tie = (other: School) =>
    (other.uai === school.network ? 0 : 4) +
    (other.group !== null && other.group === school.group ? 0 : 2) +
    (other.commune === school.commune ? 0 : 1);
  const taking = reached.filter(({ kind }) => levelsOf(kind).includes(level));
  const [next] = taking.sort((a, b) => tie(a) - tie(b) || distance(a) - distance(b));
  if (!next) throw new Error(`no school takes ${level}`);
  return next;
}
