// The short code of a calendar of meetings in links: the dates of each team. Never who comes or is away.
import { HALVES, type PlannedMeeting } from '$lib/model/meetings/meeting-problem.ts';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const WIDTH = 2;

const written = (value: number, width = WIDTH): string =>
  width === 0 ? '' : written(Math.floor(value / SIGNS.length), width - 1) + SIGNS[value % SIGNS.length]!;
const readNumber = (text: string): number =>
  [...text].reduce((sum, sign) => sum * SIGNS.length + SIGNS.indexOf(sign), 0);

/** What the code is about: another calendar, or other teams, have another one (FNV-1a). */
function markOf(days: readonly string[], teams: readonly string[]): string {
  let mark = 0x811c9dc5;
  for (const letter of `${days.join()} ${teams.join()}`)
    mark = Math.imul(mark ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return written(mark % SIGNS.length ** 4, 4);
}

const inOrder = (teams: readonly string[]): string[] => [...teams].sort();

/**
 * @param days of the calendar, ascending ISO dates
 * @param teams ids of all teams that may meet
 */
export function calendarCode(
  days: readonly string[],
  teams: readonly string[],
  plan: readonly PlannedMeeting[]
): string {
  const at = new Map(days.map((date, index) => [date, index]));
  const ids = inOrder(teams);
  const parts = ids.map((id) => {
    const slots = plan
      .filter(({ team, date }) => team === id && at.has(date))
      .map(({ date, half }) => 2 * at.get(date)! + HALVES.indexOf(half))
      .sort((a, b) => a - b);
    return written(slots.length, 1) + slots.map((slot) => written(slot)).join('');
  });
  return markOf(days, ids) + parts.join('');
}

/** The plan of a code; null when it is of another calendar or of other teams, or is damaged. */
export function readCalendarCode(
  days: readonly string[],
  teams: readonly string[],
  code: string
): PlannedMeeting[] | null {
  const ids = inOrder(teams);
  const mark = markOf(days, ids);
  if (!code.startsWith(mark)) return null;
  const plan: PlannedMeeting[] = [];
  let at = mark.length;
  for (const team of ids) {
    const count = readNumber(code.slice(at, ++at));
    for (let number = 1; number <= count; number++, at += WIDTH) {
      const slot = readNumber(code.slice(at, at + WIDTH));
      const date = days[slot >> 1];
      if (date === undefined || at + WIDTH > code.length) return null;
      plan.push({ team, number, date, half: HALVES[slot & 1]! });
    }
  }
  return at === code.length ? plan : null;
}
