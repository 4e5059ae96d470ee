// Openings in words: the sentence, the stops of the slider, the exceptions, posts and their cost. The same on every page, print, note and story.
import type { OpeningLine, Openings, OpeningStop, PostCost } from '$lib/engines/demand/index.ts';
import { bandDigits } from '$lib/model/assignment/fair-load.ts';
import { loadSpan } from '$lib/engines/verdicts/index.ts';
import { capitalised, decimal, duration, euros, integer, numberWord, percent } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { postName } from '$lib/i18n/place-names.ts';
import type { LoadShares } from '$lib/figures/plan-loads.ts';
import { supposedCost, type PostsRequest } from '$lib/figures/posts-request.ts';

/** « 7,5 » */
export const postsText = (posts: number): string =>
  Number.isInteger(posts) ? integer(posts) : decimal(posts, Number.isInteger(posts * 10) ? 1 : 2);

/** « aucun poste », « un demi-poste », « 1,5 poste » */
export function askedPosts(posts: number): string {
  if (posts === 0) return m.openings_no_post();
  if (posts === 0.5) return m.openings_half_post();
  return m.openings_posts({ count: posts, shown: postsText(posts) });
}

/** « onze » */
const schoolsWord = (count: number): string => numberWord(count, 'feminine');

/** Schools that a sentence speaks of: all that wait, or those of a place. */
export interface SchoolsAsked {
  ids: ReadonlySet<string>;
  /** « à Marly », « de niveau maternelle »; null for the whole territory. */
  where: string | null;
}

/** « (hypothèse) » beside a cost that rests on one; with the cost of one post where it is another figure. */
export function supposedWords(cost: number, supposed: number | null): string {
  if (supposed === null) return '';
  return cost === supposed ? m.openings_supposed() : m.openings_supposed_each({ cost: euros(supposed) });
}

/** « , 78 000 € par an (hypothèse) »; empty where there is none. */
export const yearCost = (cost: number | null, one: PostCost): string =>
  cost === null || cost === 0
    ? ''
    : m.openings_cost_part({ cost: euros(cost), supposed: supposedWords(cost, supposedCost(one)) });

/** « Six seront suivies sans nouveau poste dès la rentrée 2027, … »; empty where posts of today follow none. @param from first year of the openings */
export const byTodayWords = (byToday: number, from: string | null): string =>
  byToday === 0 || from === null
    ? ''
    : m.openings_by_today({
        count: byToday,
        Words: capitalised(schoolsWord(byToday)),
        rentree: rentree(from)
      });

/** « À créer : un demi-poste à la rentrée 2027, puis un demi-poste à la rentrée 2028, pour les six autres écoles. » @param others schools left to the posts asked; 0 is not said */
function stepsWords({ years }: Openings, others: number): string {
  const steps = years.flatMap(({ year, created }, at) => {
    const added = created - (years[at - 1]?.created ?? 0);
    return added > 0 ? [m.openings_step({ posts: askedPosts(added), rentree: rentree(year) })] : [];
  });
  if (steps.length === 0) return '';
  return m.openings_steps({
    steps: steps.reduce((first, next) => m.openings_steps_then({ first, next })),
    others: others === 0 ? '' : m.openings_steps_others({ count: others, words: schoolsWord(others) })
  });
}

/** Start of a school year: « 2027 » */
const rentree = (year: string): string => year.slice(0, 4);

const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');

/** « deux attendent encore » */
const leftWords = (left: number): string => m.openings_left({ count: left, words: schoolsWord(left) });

/**
 * « Pour suivre les onze écoles avec la répartition d’aujourd’hui : 1,5 poste d’ici 2029-2030, 78 000 € par an. », or what another number of posts leaves waiting; who of them
 * the posts of today can follow. Marked with `<b>` and `<attente>`.
 *
 * @param chosen calendar of the posts asked
 * @param fewest posts that the same schools need
 * @param one cost of a post
 * @param split with which répartition, after a blank; empty where posts are only counted
 */
export function openingsSentence(
  chosen: Openings,
  { ids, where }: SchoolsAsked,
  fewest: number | null,
  one: PostCost,
  split = ''
): string {
  const lines = chosen.lines.filter(({ id }) => ids.has(id));
  const open = lines.filter(({ opens }) => opens !== null);
  const byToday = open.filter(({ follower }) => follower?.kind === 'today').length;
  const [all, left] = [lines.length, lines.length - open.length];
  const years = open.map(({ opens }) => opens!).sort();
  const [from, by] = [years[0] ?? null, years.at(-1) ?? null];
  const said = { count: all, words: schoolsWord(all), where: where === null ? '' : ` ${where}`, split };
  const posts = askedPosts(chosen.asked);
  const cost = yearCost(chosen.cost, one);
  if (from === null || by === null) {
    const year = chosen.years.at(-1)!.year;
    return chosen.asked === 0
      ? m.openings_sentence_none({ ...said, year })
      : m.openings_sentence_nothing({ ...said, posts, year });
  }
  if (left === 0) {
    // Posts asked for other places change nothing for these.
    if (byToday === all && (chosen.asked === 0 || where !== null))
      return m.openings_sentence_free({ ...said, rentree: rentree(from) });
    const told =
      chosen.asked === fewest
        ? m.openings_sentence_all({ ...said, posts, year: by, cost })
        : m.openings_sentence_more({ ...said, posts, year: by, cost });
    const others = byToday === 0 ? 0 : all - byToday;
    return joined(told, byTodayWords(byToday, from), stepsWords(chosen, others));
  }
  const some = {
    count: open.length,
    opened: schoolsWord(open.length),
    all: schoolsWord(all),
    where: said.where,
    split,
    left: leftWords(left)
  };
  if (chosen.asked === 0) return m.openings_sentence_free_some({ ...some, rentree: rentree(from) });
  const today =
    byToday === 0
      ? ''
      : byToday < open.length
        ? m.openings_part_today({ words: schoolsWord(byToday) })
        : m.openings_part_today_all({ count: byToday });
  return joined(m.openings_sentence_some({ ...some, posts, year: by, cost, today }), stepsWords(chosen, 0));
}

/**
 * « Onze écoles attendent. Huit peuvent ouvrir à la rentrée 2027, trois à la rentrée 2028, avec 1 poste de plus, 52 000 € par an (hypothèse). »: who
 * waits, and what opens when. Marked as the other sentence.
 */
export function rentreesSentence(chosen: Openings, { ids, where }: SchoolsAsked, one: PostCost): string {
  const lines = chosen.lines.filter(({ id }) => ids.has(id));
  const open = lines.filter(({ opens }) => opens !== null);
  const [all, left] = [lines.length, lines.length - open.length];
  // Posts asked for other places change nothing for these.
  const byToday = open.length > 0 && open.every(({ follower }) => follower?.kind === 'today');
  const posts =
    chosen.asked === 0 || (where !== null && byToday)
      ? m.openings_part_free()
      : m.openings_part_posts({ posts: askedPosts(chosen.asked), cost: yearCost(chosen.cost, one) });
  const opens = chosen.years
    .map(({ year }) => ({ year, own: open.filter((line) => line.opens === year) }))
    .filter(({ own }) => own.length > 0)
    .map(({ year, own }, at) => {
      const count = own.length;
      const byPosts = own.filter(({ follower }) => follower?.kind === 'today').length;
      const free = byPosts === 0 || byToday ? '' : m.openings_of_which_free({ words: schoolsWord(byPosts) });
      return at > 0
        ? m.openings_can_open_then({ words: schoolsWord(count), rentree: rentree(year), free })
        : m.openings_can_open({
            count,
            subject: all === 1 ? m.openings_it() : capitalised(schoolsWord(count)),
            rentree: rentree(year),
            free
          });
    });
  return m.openings_rentrees({
    waits: m.openings_waits({
      count: all,
      Words: capitalised(schoolsWord(all)),
      where: where === null ? '' : ` ${where}`
    }),
    opens:
      opens.length > 0
        ? opens.join(', ')
        : m.openings_none_opens({ count: all, year: chosen.years.at(-1)!.year }),
    posts,
    left: left > 0 && open.length > 0 ? m.openings_part_left({ left: leftWords(left) }) : ''
  });
}

const byToday = ({ lines }: Openings): number =>
  lines.filter(({ follower }) => follower?.kind === 'today').length;

/** « 1,5 poste, 78 000 € par an (hypothèse), 2029-2030 » */
const meansWords = ({ asked, cost, by }: Openings, one: PostCost): string =>
  `${askedPosts(asked)}${yearCost(cost, one)}${by === null ? '' : `, ${by}`}`;

/** « Écoles en attente : 1 poste, 52 000 € par an (hypothèse), 2028-2029 ; onze ouvertures sur onze, dont cinq sans nouveau poste. »: what a répartition asks. */
export function withPlanWords(chosen: Openings, one: PostCost): string {
  const free = byToday(chosen);
  const opens =
    chosen.opened === 0
      ? m.openings_with_plan_none_opens()
      : m.openings_with_plan_opens({
          count: chosen.opened,
          opened: schoolsWord(chosen.opened),
          all: schoolsWord(chosen.lines.length),
          free:
            free > 0
              ? m.openings_with_plan_free({ words: schoolsWord(free) })
              : m.openings_with_plan_no_free()
        });
  return m.openings_with_plan({
    posts: askedPosts(chosen.asked),
    cost: yearCost(chosen.cost, one),
    by: chosen.by === null ? '' : `, ${chosen.by}`,
    opens
  });
}

const roomOf = (chosen: Openings): string => {
  const count = byToday(chosen);
  return count === 0
    ? m.openings_split_room_none()
    : m.openings_split_room({ count, words: schoolsWord(count) });
};

/** Why a répartition changes what is asked; null where it asks the same as today's. @param before what today's asks */
export function splitChangesWords(before: Openings, now: Openings, one: PostCost): string | null {
  const isSame =
    before.asked === now.asked &&
    before.by === now.by &&
    before.opened === now.opened &&
    byToday(before) === byToday(now);
  if (isSame) return null;
  return m.openings_split_changes({
    before: meansWords(before, one),
    now: roomOf(now),
    then: roomOf(before)
  });
}

/** What a stop of the slider gives: « 6 attendent », « toutes suivies », « aucune école de plus ». */
export function stopWords({ waiting, isProposed }: OpeningStop): string {
  if (!isProposed) return m.openings_stop_nothing();
  return waiting === 0
    ? m.openings_stop_all()
    : m.openings_stop_waiting({ count: waiting, shown: integer(waiting) });
}

/** « 26 000 €/an », « non proposé » */
export function stopCost({ cost, isProposed }: OpeningStop): string {
  if (!isProposed) return m.openings_stop_unproposed();
  return cost === null ? '' : m.openings_a_year({ cost: euros(cost) });
}

/** « Référent 5 », « nouveau poste », numbered where there are several. @param asked full-time posts in all */
export function followerName(follower: OpeningLine['follower'], asked: number): string {
  if (follower === null) return '–';
  if (follower.kind === 'today') return postName(follower.id);
  if (asked - (follower.number - 1) < 1) return m.openings_new_part();
  return asked < 2 ? m.openings_new_one() : m.openings_new_post({ number: integer(follower.number) });
}

/** Why it follows the school: « à 12 min, 6 h 20 libres », « aucun référent en poste n’a la place ». */
export const reachWords = ({ reach }: OpeningLine): string | null =>
  reach === null
    ? null
    : reach.minutes === null
      ? m.openings_reach_new()
      : m.openings_reach({ drive: duration(reach.minutes), room: duration(reach.room) });

/** Work, by the week; by schools where posts are only counted. */
const workText = (work: number, hasPosts: boolean): string =>
  hasPosts ? duration(Math.round(work)) : m.openings_work_schools({ count: work, shown: decimal(work, 1) });

/** Why a line leaves the order. @param name of a school, by its identifier */
export function exceptionWords(
  exception: NonNullable<OpeningLine['exception']>,
  { hasPosts }: Pick<PostsRequest, 'hasPosts'>,
  rank: (id: string) => number
): string {
  const ranks = (ids: readonly string[]) =>
    ids
      .map(rank)
      .sort((a, b) => a - b)
      .join(', ');
  switch (exception.kind) {
    case 'place':
      return m.openings_exception_place({
        needs: workText(exception.needs, hasPosts),
        left: workText(exception.left, hasPosts),
        year: exception.year
      });
    case 'ahead':
      return m.openings_exception_ahead({
        count: exception.passed.length,
        room: workText(exception.room, hasPosts),
        year: exception.year,
        ranks: ranks(exception.passed)
      });
    case 'group':
      return m.openings_exception_group({ count: exception.with.length, ranks: ranks(exception.with) });
    case 'too-large':
      return m.openings_exception_large({
        needs: workText(exception.needs, hasPosts),
        most: workText(exception.most, hasPosts)
      });
    case 'no-way':
      return m.openings_exception_no_way();
  }
}

/** « 52 000 € par an, montant saisi par le service. » */
export function costWords(one: PostCost): string {
  const cost = euros(one.euros);
  if (one.source !== 'sheet')
    return one.source === 'typed' ? m.openings_cost_typed({ cost }) : m.openings_cost_supposed({ cost });
  const { id: sheet, total, posts } = one.sheet;
  return m.openings_cost_sheet({
    cost,
    sheet,
    total: euros(total),
    count: posts,
    posts: numberWord(posts)
  });
}

/** Posts under their share beyond the band, each with its figure; null where there is none, or while a figure is not known. */
export function sharesWords(loads: LoadShares | null): { lead: string; list: string } | null {
  const span = loads && loadSpan(loads);
  if (!span) return null;
  const all = span.posts.length;
  if (span.under.length === 0)
    return span.isFull ? { lead: m.openings_full({ count: all, words: numberWord(all) }), list: '' } : null;
  const under = span.posts.filter(({ id }) => span.under.includes(id));
  return {
    lead: m.openings_under({
      count: under.length,
      words: numberWord(under.length),
      all: numberWord(all),
      road: loads.withRoad ? 'in' : 'out'
    }),
    list: under
      .map(({ id, deviation }) =>
        m.openings_under_post({
          post: postName(id),
          share: percent(-deviation, bandDigits(deviation, loads.tolerance))
        })
      )
      .join(', ')
  };
}

/** That schools are followed in the room of posts of today, which another répartition would take; null where none does. */
export function roomWords(chosen: Openings | null): string | null {
  const count = chosen?.lines.filter(({ follower }) => follower?.kind === 'today').length ?? 0;
  return count === 0 ? null : m.openings_room({ count, Words: capitalised(schoolsWord(count)) });
}

/** How many schools have not asked: « Les 78 écoles ont toutes déjà demandé. » */
export function toAskWords({ schools, toAsk, requests, rentrees, followed }: PostsRequest): string | null {
  if (followed === null) return null;
  if (toAsk === 0) return m.openings_all_asked({ count: schools, schools: integer(schools) });
  const said = { count: toAsk, left: integer(toAsk), schools: integer(schools) };
  if (!requests) return m.openings_to_ask(said);
  return m.openings_to_ask_expected({
    ...said,
    range:
      requests.low === requests.high
        ? ''
        : m.openings_to_ask_range({ low: integer(requests.low), high: integer(requests.high) }),
    value: integer(requests.value),
    year: rentrees.at(-1)!
  });
}
