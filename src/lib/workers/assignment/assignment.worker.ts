// The worker of sectors: a plan at once, then HiGHS to its proof; prices, the front, situations. Ending it ends the work.
import { expose } from 'comlink';
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';
import { answer } from '../../engines/assignment/search/answer.ts';
import { answerTwoLevels } from '../../engines/assignment/two-levels/answer-two-levels.ts';
import type { ForcedPrice } from '../../engines/assignment/proof/forced-price.ts';
import type { FrontPoint } from '../../engines/assignment/situations/pareto-front.ts';
import type { NewPost, Place } from '../../engines/assignment/situations/new-post.ts';
import type { PostsQuestion } from '../../engines/assignment/situations/posts.ts';
import { namedAssignment, problemOf } from '../../engines/assignment/problem/problem.ts';
import type { TwoLevelProgress } from '../../engines/assignment/two-levels/two-levels.ts';
import { checked } from './verify.ts';
import { away, frontPoints, needed, postAt, prices, type Asked } from './requests.ts';
import type { SplitRequest, SplitStage } from './protocol.ts';
import { toResult } from '../worker-result.ts';

let booted: ReturnType<typeof bootHighs> | null = null;
const solver = () => (booted ??= bootHighs(WASM_ADDRESS));

const api = {
  solve: ({ problem, balance, teams, seconds }: SplitRequest, tell: (stage: SplitStage) => void) =>
    toResult(async () => {
      const compiled = problemOf(problem, { balance });
      const onProgress = ({ plan, grouping, ...stage }: TwoLevelProgress) => {
        const { objective, bound, gap, seconds: spent } = stage;
        tell({
          ...{ objective, bound, gap, seconds: spent },
          ...(plan && { assignment: namedAssignment(compiled, plan) }),
          ...(grouping && { coordinators: grouping })
        });
      };
      const found = teams
        ? answerTwoLevels(await solver(), problem, teams, { seconds, onProgress }, balance)
        : answer(await solver(), problem, { seconds, onProgress }, { balance });
      return checked(problem, found, { balance, teams });
    }),

  prices: (asked: Asked, plan: Record<string, string>, unit: string, tell: (price: ForcedPrice) => void) =>
    toResult(async () => prices(await solver(), asked, plan, unit, tell)),

  front: (asked: Asked, tell: (point: FrontPoint) => void) =>
    toResult(async () => frontPoints(await solver(), asked, tell)),

  post: (asked: Asked, places: readonly Place[], id: string, tell: (found: NewPost) => void) =>
    toResult(async () => postAt(await solver(), asked, places, { id, fte: 1 }, tell)),

  absence: (asked: Asked, plan: Record<string, string>, absent: string) =>
    toResult(async () => away(await solver(), asked, plan, absent)),

  posts: (question: PostsQuestion) => toResult(async () => needed(await solver(), question))
};
export type TerritoryApi = typeof api;

expose(api);
