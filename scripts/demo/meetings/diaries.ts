// Synthetic members, diaries and rooms for team meetings: functions of professions that a PRE convenes, never names.
import {
  roomOf,
  type Absence,
  type MeetingCoordinator,
  type MeetingMember,
  type MeetingProblem,
  type MeetingTeam
} from '../../../src/lib/engines/meetings/index.ts';
import type { Random } from '../random.ts';

export interface TeamToConvene {
  id: string;
  coordinator: string;
  commune: string;
  meetings: number;
  /** Members invited. */
  professionals: number;
}

/** A profession: teams that one person sits in, on average; how much a person is missed; the class of the quorum. */
const PROFESSIONS = [
  { name: 'direction-ecole', teams: 1.3, weight: 3, class: 'ecole', teaches: true },
  { name: 'service-social', teams: 3.5, weight: 2, class: 'social', teaches: false },
  { name: 'sante-pmi', teams: 4, weight: 2, class: 'sante', teaches: false },
  { name: 'psychologue', teams: 3, weight: 2, class: '', teaches: true },
  { name: 'ccas', teams: 2, weight: 1, class: '', teaches: false },
  { name: 'centre-social', teams: 1.5, weight: 1, class: '', teaches: false },
  { name: 'college', teams: 2, weight: 1, class: '', teaches: true },
  { name: 'association', teams: 2, weight: 1, class: '', teaches: false }
] as const;
type Profession = (typeof PROFESSIONS)[number];
export const QUORUM = { ecole: 1, social: 1, sante: 1 };

const WEEKDAYS = [1, 2, 3, 4, 5];
const HALVES = ['am', 'pm'] as const;
/** Of a hundred people, those who have a long absence in the year. */
const LONG_ABSENCE = 40;

/** Days between two meetings: from half the even spacing, ten days at least, to a little under twice. */
export function bandOf(span: number, meetings: number): [number, number] {
  const even = span / meetings;
  return [Math.round(Math.max(10, even / 2)), Math.round(1.75 * even + 14)];
}

function membersOf(
  teams: readonly TeamToConvene[],
  random: Random
): { members: Map<string, MeetingMember[]>; people: Map<string, Profession> } {
  const members = new Map<string, MeetingMember[]>(teams.map(({ id }) => [id, []]));
  const people = new Map<string, Profession>();
  const nearby = [...teams].sort((a, b) => a.commune.localeCompare(b.commune) || a.id.localeCompare(b.id));
  const person = (profession: Profession): MeetingMember => {
    const { name, weight, class: quorum } = profession;
    const number = [...people.values()].filter((other) => other === profession).length + 1;
    const partner = `${name}-${String(number).padStart(2, '0')}`;
    people.set(partner, profession);
    return { partner, weight, class: quorum };
  };
  for (const profession of PROFESSIONS) {
    let one: MeetingMember | null = null;
    let left = 0;
    for (const { id } of nearby) {
      if (one === null || left <= 0) {
        one = person(profession);
        left = Math.max(1, Math.round(profession.teams * (random.int(60, 140) / 100)));
      }
      members.get(id)!.push(one);
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
      own.push(person(PROFESSIONS[random.chance(60) ? 0 : random.int(0, PROFESSIONS.length - 1)]!));
  }
  const invited = new Set([...members.values()].flat().map(({ partner }) => partner));
  for (const partner of people.keys()) if (!invited.has(partner)) people.delete(partner);
  return { members, people };
}

/** Half-days of the week and periods in which somebody cannot come. */
function absencesOf(
  who: string,
  calendar: readonly string[],
  random: Random,
  {
    weekly,
    once,
    fixed = []
  }: { weekly: number; once: number; fixed?: { weekday: number; half: 'am' | 'pm' }[] }
): Absence[] {
  const halves = random.shuffle(WEEKDAYS.flatMap((weekday) => HALVES.map((half) => ({ weekday, half }))));
  const chosen = new Map(
    [...fixed, ...halves.slice(0, weekly)].map((one) => [`${one.weekday}${one.half}`, one])
  );
  const days = calendar
    .flatMap((day) => HALVES.map((half) => ({ day, half })))
    .filter(() => random.chance(once));
  const away: Absence[] = [...chosen.values()].map((one) => ({ who, ...one }));
  if (random.chance(LONG_ABSENCE)) {
    const from = random.int(0, calendar.length - 1);
    const to = Math.min(calendar.length - 1, from + random.int(5, 12));
    away.push({ who, from: calendar[from]!, to: calendar[to]! });
  }
  return [...away, ...days.map(({ day, half }) => ({ who, from: day, to: day, half }))];
}

/** The year's problem: teams with synthetic members, who is away when, rooms of town halls closed a half-day a week. */
export function syntheticMeetings(
  teams: readonly TeamToConvene[],
  coordinators: readonly MeetingCoordinator[],
  minutes: MeetingProblem['minutes'],
  calendar: readonly string[],
  random: Random
): Omit<MeetingProblem, 'weights'> {
  const { members, people } = membersOf(teams, random);
  const days = (iso: string) => Date.parse(iso) / 86_400_000;
  const span = days(calendar.at(-1)!) - days(calendar[0]!);
  const wednesday = HALVES.map((half) => ({ weekday: 3, half }));
  const away = [
    ...[...people].flatMap(([who, { teaches, name }]) =>
      absencesOf(who, calendar, random, {
        weekly: random.int(name === 'direction-ecole' ? 2 : 1, name === 'direction-ecole' ? 4 : 3),
        once: 5,
        fixed: teaches ? wednesday : []
      })
    ),
    ...coordinators.flatMap(({ id }) =>
      absencesOf(id, calendar, random, {
        weekly: 1,
        once: 6,
        fixed: [
          { weekday: 1, half: 'am' },
          { weekday: 3, half: 'pm' }
        ]
      }).filter(({ from, to }) => from === to)
    ),
    ...[...new Set(teams.map(({ commune }) => commune))].flatMap((commune) =>
      absencesOf(roomOf(commune), calendar, random, { weekly: 1, once: 5 }).filter(
        ({ from, to }) => from === to
      )
    )
  ];
  return {
    calendar,
    teams: teams.map(({ id, coordinator, commune, meetings }): MeetingTeam => ({
      id,
      coordinator,
      commune,
      meetings,
      members: members.get(id)!,
      quorum: QUORUM,
      band: bandOf(span, meetings)
    })),
    coordinators,
    away,
    minutes,
    locked: []
  };
}
