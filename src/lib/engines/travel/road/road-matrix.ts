// Times and distances between all pairs of two sets of places over a road graph, with progress and cancellation.
import { GRAPH_FILE_VERSION } from '../graph/graph-file.ts';
import { calibrationOf } from '../parameters.ts';
import {
  NO_ROUTE,
  emptyMatrix,
  type Matrix,
  type MatrixMeta,
  type MatrixOptions,
  type Place
} from '../../../model/travel/travel-times.ts';
import { eventLoopYielder } from '../../../model/event-loop.ts';
import type { Router } from './router.ts';

/** Provenance of the times that a router gives. */
function graphMeta(router: Router): MatrixMeta {
  const { mode, schematic, dataDate } = router.graph.meta;
  return {
    engine: `maillage-graph ${GRAPH_FILE_VERSION}, ${mode}${schematic ? ', schematic' : ''}`,
    dataDate,
    calibration: calibrationOf(router.parameters)
  };
}

/**
 * Seconds and metres from every origin to every destination, walks to and from the road included: one search per origin, which stops when
 * every destination is settled. A place off the network has no route.
 *
 * @throws the signal's reason when cancelled
 */
export async function roadMatrix(
  router: Router,
  origins: readonly Place[],
  destinations: readonly Place[],
  { signal, progress }: MatrixOptions = {}
): Promise<Matrix> {
  const matrix = emptyMatrix(origins.length, destinations.length, graphMeta(router));
  const ends = destinations.map((place) => router.snap(place));
  const yieldToEventLoop = eventLoopYielder();
  for (let o = 0; o < origins.length; o++) {
    await yieldToEventLoop();
    signal?.throwIfAborted();
    const start = router.snap(origins[o]!);
    if (start) {
      router.journeys(start, ends).forEach((journey, d) => {
        const cell = o * destinations.length + d;
        matrix.seconds[cell] = journey ? Math.round(journey.seconds) : NO_ROUTE;
        matrix.metres![cell] = journey ? Math.round(journey.metres) : NO_ROUTE;
      });
    }
    progress?.((o + 1) / origins.length);
  }
  return matrix;
}
