// The protocol of the cards worker: a problem goes in, three plans come out, each told as soon as it is found.
import type { CardsProgress, CardsResult, MoveReason, UnplacedRequest } from '../../engines/cards/index.ts';
import type { Place, TimesKind } from '../../model/travel/travel-times.ts';
import type { Reply, Report } from '../worker-call.ts';
import type { Graphs } from '../travel/protocol.ts';

export interface CardsSetup {
  graphs: Graphs;
  /** Those of the travel pages: town halls by INSEE code, schools by UAI. */
  places: (Place & { id: string })[];
  /** Kind of times of each mode. */
  times: Readonly<Record<string, TimesKind>>;
}

export interface SearchRequest extends UnplacedRequest {
  /** Part of the usual work: 1 by default. */
  work?: number;
}

export interface FoundCards extends CardsResult {
  /** What the times between schools are; null where none is known, and the road is the solver's estimate. */
  times: TimesKind | null;
}

export interface CardsApi {
  /** Before any other request. */
  setUp(setup: CardsSetup): Reply<void>;
  /** Every card has passed the separate checker. The worker may be stopped at any time: what was told stays. */
  search(request: SearchRequest, onProgress: Report<CardsProgress>): Reply<FoundCards>;
  /** Why each unit of a plan (unit -> referent) that changes referent does. */
  reasons(request: SearchRequest, plan: Readonly<Record<string, string>>): Reply<MoveReason[]>;
}
