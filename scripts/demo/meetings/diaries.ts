// Synthetic members and diaries for team meetings: functions of the professions that a PRE convenes, never names.
import {
  roomOf,
  type Away,
  type MeetingsFile,
  type TeamMember
} from '../../../src/lib/model/meetings/meetings-file.ts';
import type { Random } from '../random.ts';

export interface TeamToConvene {
  id: string;
  commune: string;
  /** Members invited. */
  professionals: number;
}

interface Profession {
  id: string;
  name: string;
  /** Teams that one person sits in, on average. */
  teams: number;
  weight: number;
  class: string;
  /** Half-days of the week that are taken, at least and at most. */
  taken: readonly [number, number];
  /** Has pupils, and none on Wednesday. */
  teaches: boolean;
}

const PROFESSIONS: readonly Profession[] = [
  { id: 'direction-ecole', name: 'Direction d’école', teams: 1.3, weight: 3, class: 'école', taken: [2, 4], teaches: true },
  { id: 'service-social', name: 'Service social du département', teams: 3.5, weight: 2, class: 'social', taken: [1, 3], teaches: false },
  { id: 'sante-pmi', name: 'Protection maternelle et infantile', teams: 4, weight: 2, class: 'santé', taken: [1, 3], teaches: false },
  { id: 'psychologue', name: 'Psychologue de l’éducation nationale', teams: 3, weight: 2, class: '', taken: [1, 3], teaches: true },
  { id: 'ccas', name: 'CCAS', teams: 2, weight: 1, class: '', taken: [1, 3], teaches: false },
  { id: 'centre-social', name: 'Centre social', teams: 1.5, weight: 1, class: '', taken: [1, 3], teaches: false },
  { id: 'college', name: 'Collège (vie scolaire)', teams: 2, weight: 1, class: '', taken: [1, 3], teaches: true },
  { id: 'association', name: 'Association', teams: 2, weight: 1, class: '', taken: [1, 3], teaches: false }
]; // prettier-ignore
export const QUORUM = { école: 1, social: 1, santé: 1 };

const WEEKDAYS = [1, 2, 3, 4, 5];
const HALVES = ['am', 'pm'] as const;
const WEDNESDAY = HALVES.map((half) => ({ weekday: 3, half }));
/** Coordinators keep Monday morning for the service, and Wednesday afternoon for families. */
const SERVICE_MEETINGS = [
  { weekday: 1, half: 'am' as const },
  { weekday: 3, half: 'pm' as const }
];
/** Of a hundred people, those who have a long absence in the year; of a hundred half-days, those that something else takes. */
const LONG_ABSENCE = 40;
const TAKEN = 5;
const DIRECTIONS_MORE = 60;

function membersOf(
  teams: readonly TeamToConvene[],
  random: Random
): { members: TeamMember[]; people: Map<string, Profession> } {
  const members = new Map<string, TeamMember[]>(teams.map(({ id }) => [id, []]));
  const people = new Map<string, Profession>();
  const person = (profession: Profession): Omit<TeamMember, 'team'> => {
    const number = [...people.values()].filter((other) => other === profession).length + 1;
    const partner = `${profession.id}-${String(number).padStart(2, '0')}`;
    people.set(partner, profession);
    const { name, weight, class: quorum } = profession;
    return { partner, function: `${name} ${number}`, weight, class: quorum };
  };
  const nearby = [...teams].sort((a, b) => (a.commune + a.id < b.commune + b.id ? -1 : 1));
  for (const profession of PROFESSIONS) {
    let one: Omit<TeamMember, 'team'> | null = null;
    let left = 0;
    for (const { id } of nearby) {
      if (one === null || left <= 0) {
        one = person(profession);
        left = Math.max(1, Math.round((profession.teams * random.int(60, 140)) / 100));
      }
      members.get(id)!.push({ team: id, ...one });
      left--;
    }
  }
  for (const { id, professionals } of teams) {
    const own = members.get(id)!;
    while (own.length > professionals && own.some((member) => member.class === '')) {
      const free = own.filter((member) => member.class === '');
      own.splice(own.indexOf(free[random.int(0, free.length - 1)]!), 1);
    }
    while (own.length < professionals)
      own.push({
        team: id,
        ...person(random.chance(DIRECTIONS_MORE) ? PROFESSIONS[0]! : random.pick(PROFESSIONS))
      });
  }
  const all = teams.flatMap(({ id }) => members.get(id)!);
  const invited = new Set(all.map(({ partner }) => partner));
  for (const partner of people.keys()) if (!invited.has(partner)) people.delete(partner);
  return { members: all, people };
}

/** Half-days of the week, single half-days, and a long absence now and then, in which somebody is not there. */
function absencesOf(
  who: string,
  days: readonly string[],
  random: Random,
  {
    weekly,
    fixed,
    long
  }: { weekly: number; fixed: readonly { weekday: number; half: 'am' | 'pm' }[]; long: boolean }
): Away[] {
  const halves = random.shuffle(WEEKDAYS.flatMap((weekday) => HALVES.map((half) => ({ weekday, half }))));
  const taken = new Map(
    [...fixed, ...halves.slice(0, weekly)].map((one) => [`${one.weekday}${one.half}`, one])
  );
  const away: Away[] = [...taken.values()].map((one) => ({ who, ...one }));
  if (long && random.chance(LONG_ABSENCE)) {
    const from = random.int(0, days.length - 1);
    away.push({ who, from: days[from]!, to: days[Math.min(days.length - 1, from + random.int(5, 12))]! });
  }
  for (const day of days)
    for (const half of HALVES) if (random.chance(TAKEN)) away.push({ who, from: day, to: day, half });
  return away;
}

/** Members of the teams, and who is away when in the days of a school year; rooms are closed a half-day a week. */
export function syntheticDiaries(
  teams: readonly TeamToConvene[],
  coordinators: MeetingsFile['coordinators'],
  days: readonly string[],
  random: Random
): Pick<MeetingsFile, 'members' | 'away' | 'quorum'> {
  const { members, people } = membersOf(teams, random);
  const away = [
    ...[...people].flatMap(([who, { taken, teaches }]) =>
      absencesOf(who, days, random, {
        weekly: random.int(...taken),
        fixed: teaches ? WEDNESDAY : [],
        long: true
      })
    ),
    ...coordinators.flatMap(({ id }) =>
      absencesOf(id, days, random, { weekly: 1, fixed: SERVICE_MEETINGS, long: false })
    ),
    ...[...new Set(teams.map(({ commune }) => commune))].flatMap((commune) =>
      absencesOf(roomOf(commune), days, random, { weekly: 1, fixed: [], long: false })
    )
  ];
  return { members, away, quorum: QUORUM };
}
