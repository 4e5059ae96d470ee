// « Que demander ? »: the front door of every page, note, frame and story to the queue, its calendar and its answer. One function, so one figure.
import type { CoverageCube } from '$lib/cube/coverage.ts';
import { latestYear } from '$lib/cube/dashboard.ts';
import { unfiltered } from '$lib/cube/filter.ts';
import { isWhole, schoolFlows } from '$lib/cube/school-flows.ts';
import { DEFAULT_WEIGHTS, type WaitingSchool, type Weights } from '$lib/cube/waiting.ts';
import { factsOf, unitSchools } from '$lib/engines/assignment/index.ts';
import {
  costSheet,
  nextRentrees,
  openingAnswer,
  openingsOf,
  openingStops,
  postCost,
  requestsAhead,
  type OpeningAnswer,
  type Openings,
  type OpeningsFacts,
  type OpeningStop,
  type PostCost
} from '$lib/engines/demand/index.ts';
import { withTownHalls } from '$lib/engines/travel/index.ts';
import { tellsWhoFollows, todayPlan, type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import type { Ties } from '$lib/model/assignment/ties.ts';
import type { Plan } from '$lib/model/plan.ts';
import { atPeak, USUAL_ROAD, type RoadSettings } from '$lib/model/travel/travel-settings.ts';
import { startYear, type Month, type SchoolYear } from '$lib/model/school-year.ts';
import { DEFAULT_WORKLOAD } from '$lib/model/workload.ts';
import type { DecidedCost } from '$lib/storage/kept-decision.ts';
import { queueOf } from './queue.ts';

export interface PostsRequestInputs {
  cube: CoverageCube;
  /** Posts and schools. Null where the territory publishes none, or nobody tells who follows which: posts are then counted, and schools weigh the same. */
  file: AssignmentFile | null;
  /** Répartition in use; today's by default. */
  plan?: Plan | null;
  weights?: Weights;
  /** Sets of schools that must have one post. */
  together?: Ties;
  /** What a post costs, as chosen. */
  cost?: DecidedCost;
  /** Road in use; the usual one by default. */
  road?: RoadSettings;
  /** Day on which the question is asked, `2026-11-29`; by default the last month of the data. */
  today?: string | null;
}

export interface PostsRequest {
  /** Latest year of the data, and the day to which waits are counted. */
  year: SchoolYear;
  today: string;
  /** What its times count. */
  road: RoadSettings;
  /** Schools that wait, in order of priority. */
  queue: readonly WaitingSchool[];
  /** Schools followed; null where the follow-up is not known. */
  followed: number | null;
  /** First-degree schools of the territory, and those of them that have not asked. */
  schools: number;
  toAsk: number;
  /** Of those, how many will ask by the last rentrée of the calendar; null where no past year tells. */
  requests: ReturnType<typeof requestsAhead>;
  /** Rentrées of the calendar. */
  rentrees: readonly SchoolYear[];
  /** Full-time posts of today; null where none is known. */
  fte: number | null;
  /** Posts are known one by one, so that a line says who follows the school. */
  hasPosts: boolean;
  cost: PostCost;
  /** The sheet that a cost can be read from; null without one. */
  sheet: ReturnType<typeof costSheet>;
  /** Stops of the slider, each with its calendar; empty where nobody waits or posts are not known. */
  stops: readonly OpeningStop[];
  /** Null as above. */
  answer: OpeningAnswer | null;
  /** The calendar of any number of posts; null as above. */
  openings: (asked: number) => Openings | null;
}

/** The posts asked, on a page or in a picture of it. */
export interface Means {
  view: PostsRequest;
  chosen: Openings | null;
  /** With which répartition, after a blank; by default it is not said. */
  withSplit?: string;
}

/** Posts one by one, with what each follows under a plan, and the queue with its work and its roads. */
function factsOfFile(
  {
    cube,
    plan,
    together = [],
    road = USUAL_ROAD
  }: Pick<PostsRequestInputs, 'cube' | 'plan' | 'together' | 'road'>,
  file: AssignmentFile,
  queue: readonly WaitingSchool[]
): Pick<OpeningsFacts, 'posts' | 'queue'> {
  const { dashboard } = cube;
  const { referents } = plan ?? todayPlan(file);
  const schools = unitSchools(file, factsOf(withTownHalls(dashboard.schools, dashboard.communes)), {
    withWaiting: true,
    workload: DEFAULT_WORKLOAD,
    parts: []
  });
  const waits = new Set(queue.map(({ school }) => school.uai));
  const workOf = new Map(schools.map(({ uai, workload }) => [uai, workload]));
  const mean = schools.reduce((sum, { workload }) => sum + workload, 0) / Math.max(1, schools.length);
  const row = new Map(file.bases.map((code, at) => [code, at]));
  const column = new Map(file.schools.map(({ uai }, at) => [uai, at]));
  const served = new Set(
    dashboard.communes.flatMap(({ code, intervention }) => (intervention ? [code] : []))
  );
  const minutes = (base: string, uai: string) =>
    atPeak(file.minutes[row.get(base) ?? -1]?.[column.get(uai) ?? -1] ?? null, road);
  return {
    posts: file.posts.map(({ id, fte }) => ({
      id,
      fte,
      load: schools.reduce(
        (sum, { uai, workload }) => (referents[uai] === id && !waits.has(uai) ? sum + workload : sum),
        0
      )
    })),
    queue: queue.map(({ school: { uai } }) => ({
      id: uai,
      work: workOf.get(uai) ?? mean,
      minutes: Object.fromEntries(file.posts.map(({ id, base }) => [id, minutes(base, uai)])),
      isReachable: file.bases.some((base) => served.has(base) && minutes(base, uai) !== null),
      group: together.find((set) => set.includes(uai))?.join(' ') ?? null
    }))
  };
}

/** Posts that are only counted: together they follow today's schools, and a school asks for the mean of them. */
const factsOfCount = (
  fte: number,
  followed: number,
  queue: readonly WaitingSchool[]
): Pick<OpeningsFacts, 'posts' | 'queue'> => ({
  posts: [{ id: '', fte, load: followed }],
  queue: queue.map(({ school: { uai } }) => ({ id: uai, work: 1, minutes: { '': 0 }, isReachable: true }))
});

/** The queue, its calendar at each number of posts, and what to ask for, as every page says them. */
export function postsRequest(inputs: PostsRequestInputs): PostsRequest {
  const {
    cube,
    file: posts,
    plan,
    weights = DEFAULT_WEIGHTS,
    cost: choice = null,
    road = USUAL_ROAD
  } = inputs;
  const file =
    posts && tellsWhoFollows({ ...posts, assignment: plan?.referents ?? posts.assignment }) ? posts : null;
  const { dashboard, followUpKnown } = cube;
  const year = latestYear(dashboard);
  const counted = `${dashboard.asOf}-30`;
  const today = inputs.today && inputs.today > counted ? inputs.today : counted;
  const filter = unfiltered(year);
  const zone = cube.zone(filter);
  const queue = followUpKnown ? queueOf(cube, { filter, weights, today: today.slice(0, 7) as Month }) : [];
  const { referents, coordinators } = dashboard.posts;
  const fte = posts ? posts.posts.reduce((sum, post) => sum + post.fte, 0) : referents > 0 ? referents : null;
  const sheet = costSheet(dashboard.actions, referents + coordinators);
  const cost = postCost(choice, sheet);
  const rentrees = nextRentrees(today, year);
  const toAsk = followUpKnown ? Math.max(0, zone.schools - zone.followed - zone.waiting) : 0;
  const flows = schoolFlows(cube).filter(({ year: one }) => isWhole(dashboard, one));
  const ahead = startYear(rentrees.at(-1)!) - startYear(year);
  const facts: OpeningsFacts | null =
    fte === null || !followUpKnown
      ? null
      : {
          ...(file ? factsOfFile(inputs, file, queue) : factsOfCount(fte, zone.followed, queue)),
          followed: zone.followed,
          today,
          since: year,
          cost: cost.euros
        };
  const stops = facts ? openingStops(facts) : [];
  return {
    year,
    today,
    road,
    queue,
    followed: followUpKnown ? zone.followed : null,
    schools: zone.schools,
    toAsk,
    requests: followUpKnown
      ? requestsAhead(
          flows.map(({ requests }) => requests),
          toAsk,
          ahead
        )
      : null,
    rentrees,
    fte,
    hasPosts: file !== null,
    cost,
    sheet,
    stops,
    answer: openingAnswer(stops),
    openings: (asked) => (facts && facts.queue.length > 0 ? openingsOf(facts, asked) : null)
  };
}

/** Euros a year of one post where that is a hypothesis; null where the service told it. */
export const supposedCost = ({ euros: one, source }: PostCost): number | null =>
  source === 'supposed' ? one : null;
