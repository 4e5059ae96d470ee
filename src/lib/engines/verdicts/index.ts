/**
 * What waits for a decision of the head of service: the figures of the other engines in, verdicts out, what cannot wait first. Pure: no screen, no
 * clock; the words are those of the pages.
 *
 * @example
 * ```ts
 * import { verdictsOf } from '$lib/engines/verdicts';
 *
 * const { first, calm } = verdictsOf({
 *   correspondents: [{ commune: '59014', filled: true }, { commune: '59079', filled: false }],
 *   doubts: { rows: 0 }
 * });
 * first; // => [{"kind": "correspondents", "unnamed": ["59079"], "all": 2}]
 * calm; // => [{"kind": "doubts"}]
 * ```
 */
export {
  isUnknownToday,
  loadSpan,
  verdictsOf,
  type Calm,
  type Today,
  type TodayVerdict
} from './verdicts.ts';
export type { AskedMeans, PostLoad, TodayFigures } from './figures.ts';
