// The sessions of the demonstration's actions: fictitious, of one school year, told on a Tuesday of December. Counts and functions alone.
import { SESSION_STATUSES } from '../../../src/lib/model/actions/action-year.ts';
import { NEED_DELAYS, STOPPING_NEEDS } from '../../../src/lib/model/actions/needs.ts';
import {
  SESSIONS_VERSION,
  type SessionRoom,
  type SessionRow,
  type SessionsFile
} from '../../../src/lib/model/actions/session-rows.ts';
import { addDays } from '../../../src/lib/model/meetings/days.ts';
import { roomOf } from '../../../src/lib/model/meetings/meetings-file.ts';
import { foldPlace } from '../../../src/lib/model/names.ts';
import { seededRandom, type Random } from '../random.ts';
import { BadFact, number, oneOf, readTable, text, textOrNull } from '../read-table.ts';
import { SEED } from '../seed.ts';
import { minutesIn, sheetPlans, type SheetPlan, type Sources } from './session-plans.ts';

/** The day on which the demonstration is told: sessions before it were held or cancelled, but two that nobody answered for. */
export const SESSIONS_TOLD_ON = '2026-12-01';
const NAMED_ROOMS = [
  { name: 'centre social, salle 1', size: 24, hours: [8 * 60 + 30, 19 * 60] },
  { name: 'maison de quartier, salle 2', size: 14, hours: [9 * 60, 18 * 60 + 30] }
] as const;
/** Of a hundred: needs met long before, those met once asked, sessions cancelled. */
const EARLY = { salle: 75, intervenant: 85, transport: 60 } as const;
const ONCE_ASKED = 55;
const CANCELLED = 6;
const LATE_OF_NO_WEIGHT = 12;

/** By commune, the post that follows most of its schools. */
function companionsOf({ assignment, schools }: Sources): (commune: string) => string {
  const communeOf = new Map(schools.map(({ uai, commune }) => [uai, commune]));
  const counts = new Map<string, Map<string, number>>();
  for (const { uai, post } of assignment) {
    const own = counts.get(communeOf.get(uai) ?? '') ?? new Map<string, number>();
    counts.set(communeOf.get(uai) ?? '', own.set(post, (own.get(post) ?? 0) + 1));
  }
  return (commune) =>
    [...(counts.get(commune) ?? [['', 0] as const])].sort(
      ([a, one], [b, other]) => other - one || (a < b ? -1 : 1)
    )[0]![0];
}

const sessionRooms = (communes: readonly string[]): SessionRoom[] =>
  communes.flatMap((commune) =>
    NAMED_ROOMS.map(({ name, ...room }) => ({
      id: `${roomOf(commune)}/${foldPlace(name)}`,
      commune,
      name,
      ...room,
      closed: []
    }))
  );

type Draft = Omit<SessionRow, 'id'>;

/** Needs met on the day of the demonstration; a need that stops a session is late only where the table says so. */
function readyOf(needs: readonly string[], date: string, random: Random): string[] {
  return needs.filter((need) => {
    const [ask, latest] = NEED_DELAYS[need]!;
    const [early, once, late] = [
      need in EARLY ? EARLY[need as keyof typeof EARLY] : 3,
      ONCE_ASKED,
      LATE_OF_NO_WEIGHT
    ].map((percent) => random.chance(percent));
    if (date < SESSIONS_TOLD_ON) return true;
    if (addDays(date, -latest) < SESSIONS_TOLD_ON) return STOPPING_NEEDS.includes(need) || !late;
    return early || (once && addDays(date, -ask) <= SESSIONS_TOLD_ON);
  });
}

/** What is told of one session: where it stands on the day of the demonstration. */
function toldSession(
  plan: SheetPlan,
  where: Pick<Draft, 'date' | 'commune' | 'room' | 'companions'>,
  random: Random
): Draft {
  const { sheet, begin, end, seats, providers, needs, transport, place } = plan;
  const ready = readyOf(needs, where.date, random);
  const isPast = where.date < SESSIONS_TOLD_ON;
  const [fewer, absent] = [random.int(0, 3), random.int(0, 3)];
  const isCancelled = random.chance(CANCELLED);
  const isWhole = needs.every((need) => ready.includes(need));
  const enrolled = ready.includes('groupe') || !needs.includes('groupe') ? Math.max(1, seats - fewer) : null;
  const status = isCancelled ? 'cancelled' : isPast ? 'held' : isWhole ? 'confirmed' : 'planned';
  const isRoomless = needs.includes('salle') && !ready.includes('salle');
  return {
    ...{ sheet, begin, end, seats, enrolled, providers, needs, ready, transport, status, place },
    ...where,
    room: isRoomless ? null : where.room,
    present: status === 'held' && enrolled !== null ? Math.max(1, enrolled - absent) : null
  };
}

/** Who and what is taken on each day: nobody goes to two sessions of one day but where the table says so. */
class Taken {
  readonly #days = new Map<string, Set<string>>();
  isFree = (date: string, whom: readonly string[]) => whom.every((one) => !this.#days.get(date)?.has(one));
  take(date: string, whom: readonly string[]): void {
    this.#days.set(date, new Set([...(this.#days.get(date) ?? []), ...whom]));
  }
}

const whoAndWhere = ({
  providers,
  companions,
  room,
  sheet
}: Pick<Draft, 'providers' | 'companions' | 'room' | 'sheet'>): string[] => [
  ...providers,
  ...companions,
  ...(room === null ? [] : [room]),
  sheet
];

/** Sessions that the table tells one by one: what is missing, what clashes, two groups with one destination. */
function toldByTable(
  root: string,
  plans: readonly SheetPlan[],
  companionOf: (commune: string) => string,
  rooms: readonly SessionRoom[],
  random: Random
): Draft[] {
  return readTable(root, 'data/demo/session-cases.csv').map((row) => {
    const plan = plans.find(({ sheet }) => sheet === text(row, 'sheet'));
    if (!plan) throw new BadFact(`${row.file}, ligne ${row.line}`, 'une fiche', text(row, 'sheet'));
    const [date, commune, lacks] = [text(row, 'date'), text(row, 'commune'), textOrNull(row, 'lacks')];
    const named = rooms.filter((room) => room.commune === commune);
    const place = text(row, 'place');
    const needsRoom = plan.needs.includes('salle');
    const room =
      needsRoom && lacks !== 'salle' ? (named.find(({ name }) => name === place) ?? named[0]!).id : null;
    const companion = text(row, 'companion') || companionOf(commune);
    const companions =
      plan.needs.includes('accompagnateur') || text(row, 'companion') !== '' ? [companion] : [];
    const session = toldSession(plan, { date, commune, room, companions }, random);
    const status = oneOf(row, 'status', SESSION_STATUSES);
    const more = number(row, 'more');
    const enrolled = more > 0 ? plan.seats + more : (session.enrolled ?? plan.seats);
    const stopping = plan.needs.filter((need) => STOPPING_NEEDS.includes(need));
    const ready = [...new Set([...session.ready, ...(status === 'confirmed' ? plan.needs : stopping)])];
    return {
      ...session,
      ...{
        begin: minutesIn(row, 'begin'),
        end: minutesIn(row, 'end'),
        status,
        enrolled,
        room,
        present: null
      },
      place: needsRoom ? '' : place || plan.place,
      ready: ready.filter((need) => need !== lacks)
    };
  });
}

/** Sessions of a sheet spread over its days, commune after commune, each on the first day from its own on when all are free. */
function spreadSessions(
  plan: SheetPlan,
  told: number,
  companionOf: (commune: string) => string,
  rooms: readonly SessionRoom[],
  taken: Taken,
  random: Random
): Draft[] {
  const count = plan.count - told;
  return Array.from({ length: count }, (_, at) => {
    const first = Math.floor(((at + 0.5) * plan.days.length) / count) + random.int(-1, 1);
    const commune = plan.communes[(at + told) % plan.communes.length]!;
    const companions = plan.needs.includes('accompagnateur') ? [companionOf(commune)] : [];
    const own = plan.needs.includes('salle')
      ? rooms.filter((room) => room.commune === commune).map(({ id }): string | null => id)
      : [null];
    for (let ahead = 0; ahead < plan.days.length; ahead++) {
      const date = plan.days[(first + ahead + plan.days.length) % plan.days.length]!;
      const room = own.find((one) => taken.isFree(date, whoAndWhere({ ...plan, companions, room: one })));
      if (room === undefined) continue;
      taken.take(date, whoAndWhere({ ...plan, companions, room }));
      return toldSession(plan, { date, commune, room, companions }, random);
    }
    throw new Error(`no day for a session of ${plan.sheet}`);
  });
}

/** The same at every call. */
export function demoSessions(root: string, sources: Sources): SessionsFile {
  const random = seededRandom(SEED, 'sessions');
  const plans = sheetPlans(root, sources);
  const rooms = sessionRooms(
    sources.communes.flatMap(({ code, intervention }) => (intervention ? [code] : []))
  );
  const companionOf = companionsOf(sources);
  const told = toldByTable(root, plans, companionOf, rooms, random);
  const taken = new Taken();
  for (const session of told) taken.take(session.date, whoAndWhere(session));
  const spread = plans.flatMap((plan) =>
    spreadSessions(
      plan,
      told.filter(({ sheet }) => sheet === plan.sheet).length,
      companionOf,
      rooms,
      taken,
      random
    )
  );
  const sessions = [...told, ...spread]
    .sort((a, b) =>
      a.date < b.date ? -1 : a.date > b.date ? 1 : a.begin - b.begin || (a.sheet < b.sheet ? -1 : 1)
    )
    .map((session, at): SessionRow => ({ id: `S${String(at + 1).padStart(3, '0')}`, ...session }));
  return { version: SESSIONS_VERSION, synthetic: true, sessions, rooms };
}
