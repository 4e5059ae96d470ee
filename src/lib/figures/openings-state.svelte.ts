// The queue and its calendar for the decision in use: posts asked, cost of a post, répartition, weights. The same on every page.
import { onMount } from 'svelte';
import { DEFAULT_WEIGHTS, type Weights } from '$lib/cube/waiting.ts';
import { openingAnswer, type OpeningAnswer, type Openings } from '$lib/engines/demand/index.ts';
import type { AskedMeans } from '$lib/engines/verdicts/index.ts';
import { todayPlan, type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import type { Ties } from '$lib/model/assignment/ties.ts';
import type { Plan } from '$lib/model/plan.ts';
import { decision, type Decision } from '$lib/session/decision/decision.svelte.ts';
import { splitPhrase } from '$lib/session/decision/split-words.ts';
import { today as localDate } from '$lib/session/today.ts';
import { siteData, type SiteData } from '$lib/session/site-data.svelte.ts';
import { keptRecord } from './kept-record.svelte.ts';
import { openingsSlot, type OpeningsSlot } from './openings-slot.ts';
import { supposedCost, postsRequest, type PostsRequest } from './posts-request.ts';

/** Schools that the répartition in use keeps together, as the address of its page holds them. */
const togetherOf = ({ ensemble = '' }: Readonly<Record<string, string>>): Ties =>
  ensemble
    .split('~')
    .map((set) => set.split('.'))
    .filter((set) => set.length > 1);

export class OpeningsState {
  /** Posts and schools, once a page has them; null where the territory publishes none. */
  file: AssignmentFile | null = $state.raw(null);
  /** Day of the reader; null until the page is alive: what is written before is counted to the data's own day. */
  #day: string | null = $state(null);
  readonly #site: SiteData;
  readonly #decision: Decision;
  readonly #weights: () => Weights | null;

  /** Répartition in use; null without posts. */
  plan: Plan | null = $derived.by(() => this.file && this.#decision.planOf(this.file));
  /** « avec la répartition d’aujourd’hui », after a blank; empty without posts. */
  withSplit: string = $derived.by(() => (this.file ? splitPhrase(this.#decision.split) : ''));
  view: PostsRequest = $derived.by(() =>
    this.#viewUnder(this.plan, togetherOf(this.#decision.split?.settings ?? {}))
  );
  /** Full-time posts asked: the reader's, else those of the answer. */
  asked: number = $derived.by(() => this.#decision.means?.posts ?? this.view.answer?.posts ?? 0);
  /** The calendar of what is asked; null where nobody waits or posts are not known. */
  chosen: Openings | null = $derived.by(() => this.#chosenOf(this.view));
  /** The same with today's répartition, where another is in use; null otherwise. */
  withToday: Openings | null = $derived.by(() => {
    if (!this.file || !this.#decision.split) return null;
    return this.underPlan(todayPlan(this.file), []);
  });

  constructor(site: SiteData, decision: Decision, weights: () => Weights | null) {
    this.#site = site;
    this.#decision = decision;
    this.#weights = weights;
  }

  #viewUnder(plan: Plan | null, together: Ties): PostsRequest {
    return postsRequest({
      ...{ cube: this.#site.cube, file: this.file, plan, together },
      weights: this.#weights() ?? DEFAULT_WEIGHTS,
      cost: this.#decision.cost,
      road: this.#decision.road,
      today: this.#day
    });
  }

  #chosenOf(view: PostsRequest): Openings | null {
    const posts = this.#decision.means?.posts ?? view.answer?.posts ?? 0;
    return view.stops.find(({ asked }) => asked === posts) ?? view.openings(posts);
  }

  /** The calendar of what would be asked under another répartition. @param together sets of schools that it keeps at one post */
  underPlan(plan: Plan, together: Ties): Openings | null {
    return this.#chosenOf(this.#viewUnder(plan, together));
  }

  ask(posts: number | null): void {
    this.#decision.askPosts(posts);
  }

  /** What some of the schools that wait are told, under the posts asked of the whole territory: one number, whichever place it is told of. */
  #inUse(schools: ReadonlySet<string>): OpeningAnswer | null {
    return this.chosen && openingAnswer([{ ...this.chosen, gain: 0, isProposed: true }], schools);
  }

  /** The calendar that goes with it. */
  calendarFor(schools: ReadonlySet<string>): Openings | null {
    return this.#inUse(schools) && this.chosen;
  }

  /** The same, as verdicts say it. */
  meansOf(schools: ReadonlySet<string>): AskedMeans | null {
    const answer = this.#inUse(schools);
    return (
      answer && {
        opened: answer.opened,
        byToday: answer.byToday,
        posts: answer.posts,
        euros: answer.cost,
        supposed: supposedCost(this.view.cost),
        from: answer.from,
        year: answer.by
      }
    );
  }

  /** Its dates are counted to the reader's day, and no more to the data's own. */
  get isCounted(): boolean {
    return this.#day !== null;
  }

  /** Counts to today from then on. Browser only. */
  countToday(): void {
    this.#day = localDate();
  }
}

const openingsOf = keptRecord<OpeningsSlot, OpeningsState>();

/** Of the territory, whichever page asked first. To be called while a component is made. */
export function openingsState(): OpeningsState {
  const [slot, site, decided] = [openingsSlot(), siteData(), decision()];
  return openingsOf(slot, () => new OpeningsState(site, decided, slot.weights));
}

/** To be called once where the posts proposed are told beside a page that shows no opening: they are those of every page. */
export function useProposedPosts(): OpeningsState {
  const state = openingsState();
  const decided = decision();
  onMount(async () => {
    state.file ??= await decided.file();
    state.countToday();
  });
  return state;
}

/** To be called once in a page that shows openings. @param file null where the territory publishes no posts */
export function useOpenings(file: AssignmentFile | null): OpeningsState {
  const state = openingsState();
  state.file = file;
  onMount(() => state.countToday());
  return state;
}
