// The search of a road by name or number: what was typed, what it finds, the road picked.
import type { NamedRoad, RoadStretches } from '$lib/model/travel/roads.ts';

export interface RoadSource {
  named: (query: string) => Promise<NamedRoad[]>;
  stretches: (road: NamedRoad) => Promise<RoadStretches | null>;
}

export class RoadSearch {
  text = $state('');
  /** Null until a text is answered. */
  found: readonly NamedRoad[] | null = $state.raw(null);
  picked: RoadStretches | null = $state.raw(null);
  readonly #source: RoadSource;
  #asked = 0;

  constructor(source: RoadSource) {
    this.#source = source;
  }

  /** The latest text wins; a request that fails finds nothing, and leaves its reason to the page's own requests. */
  async search(text: string): Promise<void> {
    this.text = text;
    const asked = ++this.#asked;
    if (text.trim().length < 2) {
      this.found = null;
      return;
    }
    const found = await this.#source.named(text).catch(() => null);
    if (asked === this.#asked) this.found = found;
  }

  async pick(road: NamedRoad): Promise<void> {
    const asked = ++this.#asked;
    this.text = '';
    this.found = null;
    const picked = await this.#source.stretches(road).catch(() => null);
    if (asked === this.#asked) this.picked = picked && { ...picked, stretches: inOrder(picked.stretches) };
  }

  clear(): void {
    this.#asked++;
    this.text = '';
    this.found = null;
    this.picked = null;
  }
}

/** From north to south, or from west to east where the road runs so. */
function inOrder(stretches: RoadStretches['stretches']): RoadStretches['stretches'] {
  const spread = (axis: 0 | 1) => {
    const all = stretches.map(({ at }) => at[axis]);
    return Math.max(...all) - Math.min(...all);
  };
  const isTall = spread(1) > spread(0) * 0.65;
  return [...stretches].sort((a, b) => (isTall ? b.at[1] - a.at[1] : a.at[0] - b.at[0]));
}
