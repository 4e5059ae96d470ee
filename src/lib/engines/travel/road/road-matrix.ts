// All times between two sets of places over a road graph, with progress and cancel.
import { breather } from '../yield-to-event-loop.ts';
import { NO_WAY, emptyMatrix } from '../travel-times.ts';
import type { Matrix, MatrixMeta, MatrixOptions, Place } from '../travel-times.ts';
import type { Router } from './router.ts';

/**
 * One search per origin, stopped when every destination is settled. A place off the network has no way to or from anywhere.
 * @throws the signal's reason when cancelled.
 */
export async function roadMatrix(
  router: Router,
  origins: readonly Place[],
  destinations: readonly Place[],
  meta: MatrixMeta,
  { signal, progress }: MatrixOptions = {}
): Promise<Matrix> {
  const matrix = emptyMatrix(origins.length, destinations.length, meta);
  const ends = destinations.map((place) => router.snap(place));
  const breathe = breather();
  for (let o = 0; o < origins.length; o++) {
    await breathe();
    signal?.throwIfAborted();
    const start = router.snap(origins[o]!);
    if (start) {
      router.journeys(start, ends).forEach((journey, d) => {
        const cell = o * destinations.length + d;
        matrix.seconds[cell] = journey ? Math.round(journey.seconds) : NO_WAY;
        matrix.metres![cell] = journey ? Math.round(journey.metres) : NO_WAY;
      });
    }
    progress?.((o + 1) / origins.length);
  }
  return matrix;
}
