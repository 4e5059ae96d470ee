// Text (French or English) generated from the figures of two years. It states facts only, and says what cannot be compared.
import { countsUnderway } from '$lib/session/counts-underway';
import type { Changes, CountComparison } from '$lib/cube/changes';
import type { School } from '$lib/model/school';
import { capitalised, euros, integer, numberWord, signed } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inCommune, theSchool } from '$lib/i18n/terms';

/** Most communes named in a sentence; the others are counted. */
const NAMED = 3;

const list = (parts: readonly string[]): string =>
  parts.length < 2
    ? (parts[0] ?? '')
    : m.change_text_and({ list: parts.slice(0, -1).join(', '), last: parts.at(-1) ?? '' });

const feminine = (value: number) => numberWord(value, 'feminine');
/** « aucune » rather than « zéro », for use before « contre ». */
const orNone = (value: number) => (value === 0 ? m.change_text_none() : feminine(value));

/** « quatre à Anzin, deux à Marly et une dans une autre commune » */
function places(schools: readonly School[], nameOf: (code: string) => string): string {
  const counts = new Map<string, number>();
  for (const { commune } of schools) counts.set(commune, (counts.get(commune) ?? 0) + 1);
  const ordered = [...counts].sort(([a, x], [b, y]) => y - x || nameOf(a).localeCompare(nameOf(b), 'fr'));
  // When a single commune would remain, it is named as well.
  const named = ordered.length === NAMED + 1 ? ordered : ordered.slice(0, NAMED);
  const others = ordered.slice(named.length);
  const rest = others.reduce((sum, [, count]) => sum + count, 0);
  return list([
    ...named.map(([code, count]) =>
      m.change_text_place_count({ words: feminine(count), place: inCommune(nameOf(code)) })
    ),
    ...(rest > 0
      ? [
          m.change_text_elsewhere({
            count: others.length,
            words: feminine(rest),
            communes: numberWord(others.length)
          })
        ]
      : [])
  ]);
}

/** « ; l’attente passe de neuf à onze »; empty where it does not change. */
function waitingChange({ waiting: { before, after, difference } }: Changes): string {
  if (!difference.value) return '';
  return m.change_text_schools_waiting({
    before: feminine(before.value ?? 0),
    after: feminine(after.value ?? 0)
  });
}

function schoolsSentence(changes: Changes, nameOf: (code: string) => string): string {
  const { followed, from, to, place } = changes;
  const [before, after] = [followed.before.value ?? 0, followed.after.value ?? 0];
  const where =
    place === null
      ? m.change_where_all()
      : place.kind === 'commune'
        ? inCommune(nameOf(place.code))
        : place.kind === 'group'
          ? m.coverage_place_group({ name: nameOf(place.code) })
          : m.coverage_place_qpv({ name: nameOf(place.code) });
  const opening = m.change_text_period({ from, to, where });
  if (followed.difference.value === null) return `${opening}, ${m.change_text_schools_undated()}.`;
  const count = Math.abs(after - before);
  const words = feminine(count);
  const shown = { count, words, before: integer(before), after: integer(after) };
  const change =
    after > before
      ? m.change_text_schools_more(shown)
      : after < before
        ? m.change_text_schools_fewer(shown)
        : m.change_text_schools_same({ after: shown.after });
  return `${opening}, ${change}${waitingChange(changes)}.`;
}

function movesSentences({ gained, lost }: Changes, nameOf: (code: string) => string): string[] {
  const wordsOf = (schools: readonly School[]) => ({
    count: schools.length,
    Words: capitalised(feminine(schools.length)),
    names: list(schools.map(({ name, commune }) => `${theSchool(name)} (${nameOf(commune)})`))
  });
  return [
    ...(gained.length > 0
      ? [m.change_text_gained({ ...wordsOf(gained), places: places(gained, nameOf) })]
      : []),
    ...(lost.length > 0 ? [m.change_text_lost(wordsOf(lost))] : [])
  ];
}

/** « neuf à la fin de 2024-2025, plus huit qui ont demandé, moins six désormais suivies »; empty where the queue did not move. */
function queueParts({ queue, from }: Changes): string {
  if (!queue) return '';
  const parts = [
    { count: queue.asked, say: m.change_text_queue_asked },
    { count: queue.opened, say: m.change_text_queue_opened },
    { count: queue.returned, say: m.change_text_queue_returned },
    { count: queue.withdrawn, say: m.change_text_queue_withdrawn }
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return '';
  return [
    m.change_text_queue_before({ before: orNone(queue.before), from }),
    ...parts.map(({ count, say }) => say({ count, words: feminine(count) }))
  ].join(', ');
}

function waitingSentence(changes: Changes): string {
  const { waiting, from, to } = changes;
  if (waiting.difference.value === null) return m.change_text_waiting_undated();
  const [before, after] = [waiting.before.value ?? 0, waiting.after.value ?? 0];
  const now =
    after === 0
      ? m.change_text_waiting_none({ to })
      : m.change_text_waiting_now({ count: after, Words: capitalised(feminine(after)), to });
  const parts = queueParts(changes);
  if (parts !== '') return m.change_text_queue({ now, parts });
  const then =
    before === after
      ? m.change_text_waiting_same({ from })
      : m.change_text_waiting_before({ before: orNone(before), from });
  return now + then;
}

/** « Huit écoles ont demandé l’appui du service : 78 l’ont demandé, contre 70 en 2024-2025. »; null where none did. */
function askedSentence({ queue, from }: Changes): string | null {
  if (!queue || queue.asked === 0) return null;
  return m.change_text_asked({
    count: queue.asked,
    Words: capitalised(feminine(queue.asked)),
    before: integer(queue.asking.before),
    after: integer(queue.asking.after),
    from
  });
}

function childrenSentence({ children }: Changes): string {
  const { before, after, difference } = children;
  if (difference.value === null)
    return difference.why === 'protected'
      ? m.change_text_children_protected()
      : countsUnderway()
        ? m.change_text_children_underway()
        : m.change_text_children_absent();
  const shown = { before: integer(before.value ?? 0), after: integer(after.value ?? 0) };
  return difference.value === 0
    ? m.change_text_children_same({ after: shown.after })
    : m.change_text_children_more({ ...shown, change: signed(difference.value) });
}

const both = ({ before, after }: CountComparison) =>
  before.value === null || after.value === null ? null : { before: before.value, after: after.value };

const costSentence = ({ before, after }: { before: number; after: number }) =>
  m.change_text_budget({
    before: euros(before),
    after: euros(after),
    change: signed(after - before, euros)
  });

function serviceSentences(changes: Changes): string[] {
  const { teams, meetings, budget } = changes;
  const [team, meeting, cost] = [both(teams), both(meetings), both(budget)];
  return [
    ...(team && meeting
      ? [
          m.change_text_teams({
            teamsBefore: integer(team.before),
            teams: integer(team.after),
            meetingsBefore: integer(meeting.before),
            meetings: integer(meeting.after)
          })
        ]
      : []),
    ...(cost ? [costSentence(cost)] : [])
  ];
}

/** What changed in a year, in short: the schools that came, left or asked, and the cost; the other figures are said beside. None where nothing did. */
export function yearText(changes: Changes, nameOf: (code: string) => string): string[] {
  const cost = both(changes.budget);
  return [
    ...movesSentences(changes, nameOf),
    askedSentence(changes),
    ...(cost && cost.before !== cost.after ? [costSentence(cost)] : [])
  ].filter((sentence) => sentence !== null);
}

/** What stands above the tables of the page, which say the rest: the schools, how the queue moved, and why children are not compared. */
export const changeOpening = (changes: Changes, nameOf: (code: string) => string): string[] => [
  schoolsSentence(changes, nameOf),
  waitingSentence(changes),
  ...(changes.children.difference.value === null ? [childrenSentence(changes)] : [])
];

/** Sentences in order, to read alone; `<b>` marks emphasis. None where there is no figure. */
export function changeText(changes: Changes, nameOf: (code: string) => string): string[] {
  return [
    schoolsSentence(changes, nameOf),
    ...movesSentences(changes, nameOf),
    waitingSentence(changes),
    childrenSentence(changes),
    ...serviceSentences(changes)
  ].filter((sentence) => sentence !== null);
}
