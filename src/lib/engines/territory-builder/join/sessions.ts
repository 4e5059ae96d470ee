// Lists of sessions joined to a territory: each under its sheet, in a commune, in a named room where its place is one; people as posts are called.
import { clockText } from '../../../model/actions/action-year.ts';
import {
  SESSIONS_VERSION,
  type SessionRoom,
  type SessionRow,
  type SessionsFile
} from '../../../model/actions/session-rows.ts';
import type { Finding } from '../../../model/findings.ts';
import { roomOf } from '../../../model/meetings/meetings-file.ts';
import { foldPlace } from '../../../model/names.ts';
import type { Action, Post } from '../../../model/service.ts';
import { looksLikePerson, placeNameList } from '../../import/index.ts';
import type { CommuneFacts } from '../places/communes.ts';
import type { Sources } from '../sources/sources.ts';

type Lists = Pick<Sources, 'sessions' | 'rooms'>;
interface SessionPlaces {
  communes: readonly CommuneFacts[];
  actions: readonly Pick<Action, 'id' | 'communes'>[];
  staff: readonly Pick<Post, 'id'>[];
}
type Found = Pick<Finding, 'column' | 'found' | 'expected'>;
type Tell = (
  code: string,
  severity: Finding['severity'],
  place: { file: string; line: number },
  part: Found
) => void;
type Names = ReturnType<typeof placeNameList>;

/** The named rooms: rows of one name in a commune are one room. Days of its hours are those on which it may be had; rows without hours close it. */
function namedRooms(rows: Lists['rooms'], names: Names, tell: Tell): SessionRoom[] {
  const rooms = new Map<string, Lists['rooms']>();
  const known = new Map<string, { commune: string; name: string }>();
  for (const row of rows) {
    const commune = names.commune(row.commune);
    // Told with the rooms of meetings.
    if (row.room === undefined || commune === null) continue;
    const id = `${roomOf(commune)}/${foldPlace(row.room)}`;
    rooms.set(id, [...(rooms.get(id) ?? []), row]);
    if (!known.has(id)) known.set(id, { commune, name: row.room });
  }
  return [...rooms].map(([id, own]) => {
    const sizes = own.flatMap(({ size }) => size ?? []);
    const open = own.filter(({ hours }) => hours !== null);
    const from = Math.max(...open.map(({ hours }) => hours![0]));
    const to = Math.min(...open.map(({ hours }) => hours![1]));
    const isOne = open.every(({ hours }) => hours![0] === from && hours![1] === to);
    const shown = `${clockText(Math.max(0, from))}-${clockText(Math.max(0, to))}`;
    if (open.length > 0 && !isOne) tell('room-hours-narrow', 'doubtful', own[0]!, { found: shown });
    const days = new Set(open.map(({ weekday }) => weekday));
    const shut = days.size === 0 || days.has(null) ? [] : [1, 2, 3, 4, 5].filter((day) => !days.has(day));
    const closed = own.filter(
      ({ hours, weekday, from: first }) => hours === null && (weekday ?? first) !== null
    );
    return {
      ...{ id, ...known.get(id)! },
      ...(sizes.length > 0 && { size: Math.min(...sizes) }),
      ...(open.length > 0 && from < to && { hours: [from, to] as const }),
      closed: [
        ...shut.map((weekday) => ({ weekday })),
        ...closed.map(({ weekday, half, from: first, to: last }) => ({
          ...(weekday !== null && { weekday }),
          ...(half !== null && { half }),
          ...(first !== null && { from: first }),
          ...(last !== null && { to: last })
        }))
      ]
    };
  });
}

/** Ids made once where the list gives none: the sheet, the day and the hour, the same each time that the list is read. */
function idsOf(rows: readonly { id: string; sheet: string; date: string; begin: number }[]): string[] {
  const taken = new Set(rows.map(({ id }) => id));
  return rows.map(({ id, sheet, date, begin }) => {
    if (id !== '') return id;
    const start = `${sheet}/${date}/${clockText(begin)}`;
    let own = start;
    for (let number = 2; taken.has(own); number++) own = `${start}#${number}`;
    taken.add(own);
    return own;
  });
}

/**
 * What the service's lists say of the sessions of its actions. Rows of no sheet, or of no commune of the territory, are left out and told; what could
 * name a person is not quoted.
 */
export function joinSessions(
  lists: Lists,
  { communes, actions, staff }: SessionPlaces
): { file: SessionsFile; findings: Finding[] } {
  const findings: Finding[] = [];
  const tell: Tell = (code, severity, { file, line: row }, { found, ...part }) => {
    const quoted = found === undefined || looksLikePerson(found) ? {} : { found };
    findings.push({ code, severity, file, row, ...part, ...quoted });
  };
  const names = placeNameList({ communes, schools: [] });
  const rooms = namedRooms(lists.rooms, names, tell);
  const sheets = new Map(actions.map((sheet) => [foldPlace(sheet.id), sheet]));
  const posts = new Map(staff.map(({ id }) => [foldPlace(id), id]));
  const numbers = new Set<string>();
  const leftOut = (code: string, place: { file: string; line: number }, part: Found): [] => {
    tell(code, 'dropped', place, part);
    return [];
  };
  const rows = lists.sessions.flatMap((row) => {
    const { line: _line, file: _file, half, ...read } = row;
    const sheet = sheets.get(foldPlace(row.sheet));
    if (!sheet) return leftOut('unknown-sheet', row, { column: 'fiche', found: row.sheet });
    const [only, ...others] = sheet.communes;
    const named = rooms.filter(({ name }) => row.place !== '' && foldPlace(name) === foldPlace(row.place));
    const written = row.commune === '' ? null : names.commune(row.commune);
    const commune =
      row.commune !== '' ? written : named.length === 1 ? named[0]!.commune : others.length > 0 ? null : only;
    if (commune === null || commune === undefined) {
      const code = row.commune === '' ? 'session-without-commune' : 'commune-not-of-epci';
      return leftOut(code, row, { column: 'commune', found: row.commune || undefined });
    }
    if (row.id !== '' && numbers.has(row.id)) {
      return leftOut('duplicate-id', row, { column: 'seance', found: row.id, expected: row.id });
    }
    numbers.add(row.id);
    const room = named.find((one) => one.commune === commune)?.id ?? null;
    if (room === null && row.place !== '' && rooms.length > 0)
      tell('session-free-place', 'note', row, { column: 'lieu', found: row.place });
    const companions = row.companions.map((words) => posts.get(foldPlace(words)) ?? words);
    for (const found of staff.length > 0 ? companions : [])
      if (!posts.has(foldPlace(found)))
        tell('session-unknown-post', 'note', row, { column: 'accompagnateur', found });
    const joined = { ...read, sheet: sheet.id, commune, room, companions };
    return [half ? { ...joined, half: true as const } : joined];
  });
  const ids = idsOf(rows);
  const sessions = rows.map((row, at): SessionRow => ({ ...row, id: ids[at]! }));
  return { file: { version: SESSIONS_VERSION, synthetic: false, sessions, rooms }, findings };
}

/** Sheets taken up from one that no list has: told, and the link kept as it is written. */
export function unknownOrigins(actions: Sources['actions']): Finding[] {
  const ids = new Set(actions.map(({ id }) => id));
  return actions.flatMap(({ file, line: row, taken_from: found }): Finding[] =>
    found === undefined || ids.has(found)
      ? []
      : [
          {
            ...{ code: 'unknown-origin', severity: 'doubtful', file, row, column: 'issue_de' },
            ...(!looksLikePerson(found) && { found })
          }
        ]
  );
}
