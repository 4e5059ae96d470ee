// The sentences of verdicts: what is decided, why, and where; one for the page, its print and its note.
import type { Calm, TodayVerdict } from '$lib/engines/verdicts/index.ts';
import { longMonth } from '$lib/i18n/dates.ts';
import { listWords } from '$lib/i18n/lists.ts';
import { capitalised, euros, integer, numberWord, percent, signed } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { postName } from '$lib/i18n/place-names.ts';
import { onTheme, themeName } from '$lib/i18n/terms.ts';
import { bandDigits } from '$lib/model/assignment/fair-load.ts';
import type { Theme } from '$lib/model/pathway.ts';
import type { Month } from '$lib/model/school-year.ts';
import type { PageFeature } from '$lib/pages/register.ts';
import { askedPosts, byTodayWords, supposedWords } from './openings-words.ts';

/** What names a code, and what the figures were counted with. */
export interface VerdictNames {
  /** Of a commune or a school. */
  place: (code: string) => string;
  team: (id: string) => string;
  partner: (id: string) => string;
  /** The road is in the deviations. */
  withRoad: boolean;
  /** With which répartition posts are asked, after a blank; by default it is not said. */
  withSplit?: string;
  /** « deux n’ont pas de salle »: what compromised sessions lack. */
  lacks?: string;
}

export interface VerdictWords {
  title: string;
  why: string;
  /** Feature whose page it is. */
  page: PageFeature;
  /** After the page's address. */
  query: string;
}

/** Members named of those who can never come. */
const NAMED_MEMBERS = 3;

const counted = (count: number, gender: 'masculine' | 'feminine' = 'feminine') => ({
  count,
  words: capitalised(numberWord(count, gender))
});
const deviation = (share: number, tolerance: number) =>
  signed(share, (size) => percent(size, bandDigits(share, tolerance)));
const sentences = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(' ');

type Of<Kind extends TodayVerdict['kind']> = Extract<TodayVerdict, { kind: Kind }>;

function loadWords({ low, high, tolerance, posts, under, over }: Of<'loads'>, { withRoad }: VerdictNames) {
  const told = (ids: readonly string[]) =>
    listWords(
      posts
        .filter(({ id }) => ids.includes(id))
        .map((post) => `${postName(post.id)} (${deviation(post.deviation, tolerance)})`)
    );
  const band = percent(tolerance);
  return {
    title: m.today_loads({ low: deviation(low, tolerance), high: deviation(high, tolerance) }),
    why: sentences(
      under.length > 0 ? m.today_loads_under({ posts: told(under) }) : null,
      over.length > 0 ? m.today_loads_over({ posts: told(over) }) : null,
      withRoad ? m.today_loads_band({ band }) : m.today_loads_band_work({ band })
    )
  };
}

function meansWords({ posts, euros: cost, supposed }: NonNullable<Of<'waiting'>['ask']>): string {
  const told = askedPosts(posts);
  return cost === null
    ? told
    : m.today_means_cost({ posts: told, cost: euros(cost), supposed: supposedWords(cost, supposed) });
}

function waitingTitle(count: number, ask: Of<'waiting'>['ask']): string {
  if (!ask || ask.opened === 0) return m.today_waiting(counted(count));
  const isAll = ask.opened === count;
  const said = { ...counted(count), opened: numberWord(ask.opened, 'feminine') };
  if (ask.posts === 0) return isAll ? m.today_waiting_free(said) : m.today_waiting_free_some(said);
  const means = meansWords(ask);
  return isAll ? m.today_waiting_ask({ ...said, means }) : m.today_waiting_some({ ...said, means });
}

function waitingWords({ count, ask, oldest }: Of<'waiting'>, { place, withSplit: split = '' }: VerdictNames) {
  const schools = oldest.map(({ uai, since }) =>
    m.today_request({ school: place(uai), month: longMonth(since as Month) })
  );
  return {
    title: waitingTitle(count, ask),
    why: sentences(
      ask?.year && ask.posts > 0
        ? m.today_waiting_until({ year: ask.year, split })
        : ask && ask.opened > 0 && split !== ''
          ? m.today_waiting_split({ split })
          : null,
      ask ? byTodayWords(ask.byToday, ask.from) || null : null,
      schools.length > 0 ? m.today_waiting_oldest({ schools: listWords(schools) }) : m.today_waiting_undated()
    )
  };
}

/** Of a territory of one commune, which is not named. */
function themeWordsOfOne(theme: Theme, others: readonly Theme[]) {
  return {
    title: m.today_theme_one({ theme: onTheme(theme) }),
    why:
      others.length === 0
        ? m.today_theme_one_covered()
        : m.today_theme_one_others({
            themes: listWords(others.map((other) => themeName(other).toLocaleLowerCase()))
          })
  };
}

function themeWords({ theme, missing, others, communes: all }: Of<'theme'>, { place }: VerdictNames) {
  if (all === 1) return themeWordsOfOne(theme, others);
  const communes = listWords(missing.map(place));
  return {
    title: m.today_theme({ ...counted(missing.length), theme: onTheme(theme) }),
    why:
      others.length === 0
        ? m.today_theme_all_covered({ communes })
        : m.today_theme_others({
            communes,
            themes: listWords(others.map((other) => themeName(other).toLocaleLowerCase()))
          })
  };
}

function correspondentWords({ unnamed, all }: Of<'correspondents'>, { place }: VerdictNames) {
  const named = all - unnamed.length;
  const communes = listWords(unnamed.map(place));
  return {
    title: m.today_correspondents(counted(unnamed.length, 'masculine')),
    why:
      named === 0
        ? m.today_correspondents_none()
        : m.today_correspondents_why({ communes, ...counted(named), all: numberWord(all, 'feminine') })
  };
}

export function verdictWords(verdict: TodayVerdict, names: VerdictNames): VerdictWords {
  switch (verdict.kind) {
    case 'doubts':
      return {
        title: m.today_doubts(counted(verdict.rows)),
        why: m.today_doubts_why(),
        page: 'territory',
        query: '#verifier'
      };
    case 'sessions':
      return {
        title: m.today_sessions(counted(verdict.compromised)),
        why: m.today_sessions_why({ lacks: capitalised(names.lacks ?? ''), all: integer(verdict.ahead) }),
        page: 'actions',
        query: ''
      };
    case 'undated': {
      const { year, undated, asked } = verdict;
      const dated = asked - undated;
      return {
        title: m.today_undated({ ...counted(undated), year }),
        why: m.today_undated_why({ count: dated, shown: integer(dated), all: integer(asked) }),
        page: 'meetings',
        query: ''
      };
    }
    case 'loads':
      return { ...loadWords(verdict, names), page: 'sectors', query: '' };
    case 'waiting':
      return { ...waitingWords(verdict, names), page: 'demand', query: '' };
    case 'never': {
      const members = verdict.members
        .slice(0, NAMED_MEMBERS)
        .map(({ partner, team }) =>
          m.today_member({ partner: names.partner(partner), team: names.team(team) })
        );
      const others = verdict.members.length - members.length;
      return {
        title: m.today_never(counted(verdict.members.length, 'masculine')),
        why: m.today_never_why({
          members: listWords(
            others > 0
              ? [...members, m.today_members_more({ count: others, words: numberWord(others, 'masculine') })]
              : members
          )
        }),
        page: 'meetings',
        query: ''
      };
    }
    case 'theme':
      return { ...themeWords(verdict, names), page: 'programme', query: `?theme=${verdict.theme}` };
    case 'correspondents':
      return { ...correspondentWords(verdict, names), page: 'programme', query: '#communes' };
    case 'report': {
      const { year, ready, total } = verdict;
      return {
        title: m.today_report({ count: ready, ready: integer(ready), total: integer(total) }),
        why: m.today_report_why({ ...counted(total - ready), year }),
        page: 'report',
        query: ''
      };
    }
  }
}

const ACTS: Record<Exclude<TodayVerdict['kind'], 'waiting'>, () => string> = {
  doubts: m.today_way_doubts,
  sessions: m.today_way_sessions,
  undated: m.today_way_undated,
  loads: m.today_way_loads,
  never: m.today_way_never,
  theme: m.today_way_theme,
  correspondents: m.today_way_correspondents,
  report: m.today_way_report
};

/** What to click so that a point no longer waits. */
export const actWords = (verdict: TodayVerdict): string =>
  verdict.kind === 'waiting'
    ? verdict.ask
      ? m.today_way_means()
      : m.today_way_waiting()
    : ACTS[verdict.kind]();

const SUBJECTS: Record<TodayVerdict['kind'], () => string> = {
  doubts: m.today_subject_doubts,
  sessions: m.today_subject_sessions,
  undated: m.today_subject_undated,
  loads: m.today_subject_loads,
  waiting: m.today_subject_waiting,
  never: m.today_subject_never,
  theme: m.today_subject_theme,
  correspondents: m.today_subject_correspondents,
  report: m.today_subject_report
};

/** The page's sentence. @param count of all verdicts, those that are folded too */
export function leadSentence(first: TodayVerdict | undefined, count: number): string {
  if (!first) return m.today_lead_none();
  const lead = m.today_lead(counted(count, 'masculine'));
  return count === 1 ? lead : `${lead} ${m.today_lead_first({ subject: SUBJECTS[first.kind]() })}`;
}

/** What waits for nothing, in a sentence. */
export function calmSentence(calm: Calm): string {
  switch (calm.kind) {
    case 'doubts':
      return m.today_calm_doubts();
    case 'sessions':
      return m.today_calm_sessions({ count: calm.ahead, shown: integer(calm.ahead) });
    case 'undated':
      return m.today_calm_undated({ count: calm.asked, shown: integer(calm.asked), year: calm.year });
    case 'loads':
      return m.today_calm_loads({
        low: deviation(calm.low, calm.tolerance),
        high: deviation(calm.high, calm.tolerance)
      });
    case 'waiting':
      return m.today_calm_waiting();
    case 'theme':
      return m.today_calm_theme();
    case 'correspondents':
      return m.today_calm_correspondents();
    case 'report':
      return m.today_calm_report({ year: calm.year });
  }
}
