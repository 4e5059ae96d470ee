// « Depuis quand, et que faut-il ? »: the schools of a place that wait, the oldest request first, and what following them asks.
import type { Portrait } from '$lib/cube/portrait';
import type { WaitingSchool } from '$lib/cube/waiting';
import type { OpeningLine, Openings, PostCost } from '$lib/engines/demand';
import type { OpeningsState } from '$lib/figures/openings-state.svelte';
import {
  askedPosts,
  byTodayWords,
  openingsSentence,
  yearCost,
  type SchoolsAsked
} from '$lib/figures/openings-words';
import { longDay, longMonth } from '$lib/i18n/dates';
import { semicolon } from '$lib/i18n/locale';
import { capitalised, integer, numberWord } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inCommune } from '$lib/i18n/terms';
import { timeWaited } from '$lib/i18n/waits';
import { titleOf } from './words';

/** Requests named; the others are counted. */
const NAMED = 6;

const waitingOf = ({ schools }: Pick<Portrait, 'schools'>): ReadonlySet<string> =>
  new Set(schools.flatMap(({ school, status }) => (status === 'waiting' ? [school.uai] : [])));

/**
 * « En attente, durées comptées au 29 novembre 2026 : École du Centre depuis janvier 2025, il y a 1 an et 10 mois ; … »: the other figures of
 * the sheet are of an earlier day. Null where none waits.
 *
 * @param today ISO day to which the queue is counted
 */
export function waitsSentence(
  portrait: Portrait,
  { queue, today }: { queue: readonly WaitingSchool[]; today: string }
): string | null {
  const here = waitingOf(portrait);
  const rows = queue
    .filter(({ school }) => here.has(school.uai))
    .toSorted((one, other) => (other.months ?? -1) - (one.months ?? -1));
  if (rows.length === 0) return null;
  const told = rows.slice(0, NAMED).map(({ school, months }) =>
    school.requested_since === null
      ? m.portrait_wait_undated({ school: school.name })
      : m.portrait_wait({
          school: school.name,
          month: longMonth(school.requested_since),
          time: timeWaited(months)
        })
  );
  const more = rows.length - told.length;
  return m.portrait_waits({
    today: longDay(today),
    schools: [
      ...told,
      ...(more > 0 ? [m.portrait_waits_more({ count: more, shown: integer(more) })] : [])
    ].join(semicolon())
  });
}

/**
 * « Les trois écoles seront suivies d’ici 2029-2030 si le service obtient 1,5 poste, 78 000 € par an (hypothèse) ; ce renfort sert aussi à huit
 * autres écoles du territoire. »: posts are never those of a place alone. Where none is needed, or none helps, in the words of Attente et
 * ouvertures.
 *
 * @param calendar of the posts asked of the whole territory
 */
export function placeAsks(calendar: Openings, asked: SchoolsAsked, cost: PostCost, split = ''): string {
  const isHere = ({ id }: OpeningLine) => asked.ids.has(id);
  const lines = calendar.lines.filter(isHere);
  const open = lines.filter(({ opens }) => opens !== null);
  const byToday = open.filter(({ follower }) => follower?.kind === 'today').length;
  if (open.length === 0 || byToday === open.length || calendar.asked === 0)
    return openingsSentence(calendar, asked, calendar.asked, cost, split);
  const feminine = (count: number) => numberWord(count, 'feminine');
  const years = open.map(({ opens }) => opens!).sort();
  const others = calendar.lines.filter((line) => !isHere(line) && line.follower?.kind === 'new').length;
  const subject =
    open.length === lines.length
      ? m.portrait_asks_all({ count: lines.length, words: feminine(lines.length) })
      : m.portrait_asks_some({ Words: capitalised(feminine(open.length)), all: feminine(lines.length) });
  const said = m.portrait_asks({
    ...{ count: open.length, subject, year: years.at(-1)! },
    posts: askedPosts(calendar.asked),
    cost: yearCost(calendar.cost, cost),
    others: others > 0 ? m.portrait_asks_others({ count: others, words: feminine(others) }) : ''
  });
  return [said, byTodayWords(byToday, years[0]!)].filter((part) => part !== '').join(' ');
}

/**
 * « Sans nouveau poste : École du Centre, 4e de la file. École du Centre, la demande la plus ancienne ici, … »: which schools of a place open
 * with the posts of today, and why the oldest request is not the first; empty where neither is to be said.
 *
 * @param lines of the calendar, of the whole territory
 */
export function queueWords(
  lines: readonly OpeningLine[],
  queue: readonly WaitingSchool[],
  here: ReadonlySet<string>
): string {
  const rows = lines.flatMap((line) => {
    const row = here.has(line.id) && queue.find(({ school }) => school.uai === line.id);
    return row ? [{ ...line, school: row.school.name, months: row.months ?? -1 }] : [];
  });
  const byToday = rows.filter(({ follower }) => follower?.kind === 'today');
  const named = byToday
    .slice(0, NAMED)
    .map(({ school, rank }) =>
      rank === 1 ? m.portrait_queue_first({ school }) : m.portrait_queue({ school, rank })
    );
  const [oldest] = rows.toSorted((one, other) => other.months - one.months || one.rank - other.rank);
  return [
    ...(named.length > 0 ? [m.portrait_queue_today({ schools: named.join(semicolon()) })] : []),
    ...(oldest && oldest.rank > 1 && oldest.months >= 0
      ? [m.portrait_queue_oldest({ school: oldest.school, rank: oldest.rank, of: integer(lines.length) })]
      : [])
  ].join(' ');
}

/** What following them asks; null where posts are not known. */
export function asksSentence(portrait: Portrait, openings: OpeningsState): string | null {
  const ids = waitingOf(portrait);
  const calendar = ids.size === 0 ? null : openings.calendarFor(ids);
  if (!calendar) return null;
  const { place } = portrait;
  const where =
    place.kind === 'commune'
      ? inCommune(place.name)
      : place.kind === 'qpv'
        ? m.waiting_in_quarter({ name: place.name })
        : place.kind === 'group'
          ? m.portrait_in_group({ name: place.name })
          : place.kind === 'network'
            ? m.portrait_in_network({ name: place.name })
            : place.kind === 'district'
              ? m.portrait_in_district({ name: place.name })
              : m.portrait_in_cite({ name: titleOf(place) });
  const { cost, queue } = openings.view;
  const asks = placeAsks(calendar, { ids, where }, cost, openings.withSplit);
  // The sheet of several communes has no room for its schools one by one.
  const isSmall = place.kind === 'commune' || place.kind === 'qpv';
  return isSmall ? `${asks} ${queueWords(calendar.lines, queue, ids)}`.trimEnd() : asks;
}
