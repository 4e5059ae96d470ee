// Roads of a graph by name and by number: the links of each, what crosses them, and the search among them.
import { UnionFind } from '../../../algorithms/union-find.ts';
import { unaccented } from '../../../model/unaccented.ts';
import type { RoadGraph } from '../graph/road-graph.ts';
import type { RoadName } from '../../../model/travel/road-network.ts';
import { isSameRoad } from '../graph/road-names.ts';
import type { Router } from './router.ts';

/** A road: links of one number, or of one name and near each other. */
export interface RoadGroup extends RoadName {
  /** Number or name that the links share. */
  key: string;
  links: number[];
}

/** Units of 1e-5 degree: links of one name farther apart than one or two of these are two streets; of one number, two roads. */
const NAME_GAP = 500;
const NUMBER_GAP = 5000;
/** Metres followed to the next crossing that has a name. */
const MOST_FOLLOWED = 1200;
/** Links looked at on the way. */
const MOST_SEEN = 150;

/** « Rue de l’Église » -> « rue de l eglise ». */
export const folded = (text: string): string =>
  unaccented(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
/** « D 630 » -> « d630 ». */
export const compact = (text: string): string => folded(text).replaceAll(' ', '');

/** Links split where none of them is in the same cell of `size` units, or in the next. */
function clusters({ from, to, lon, lat }: RoadGraph, links: readonly number[], size: number): number[][] {
  const sets = new UnionFind(links.length);
  const firstIn = new Map<number, number>();
  const cell = (x: number, y: number) => x * 65_536 + y;
  links.forEach((link, i) => {
    for (const node of [from[link]!, to[link]!]) {
      const [x, y] = [Math.floor(lon[node]! / size), Math.floor(lat[node]! / size)];
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          const other = firstIn.get(cell(x + dx, y + dy));
          if (other !== undefined) sets.union(other, i);
        }
      }
      if (!firstIn.has(cell(x, y))) firstIn.set(cell(x, y), i);
    }
  });
  return sets.groups().map((group) => group.map((i) => links[i]!));
}

export class RoadIndex {
  readonly groups: readonly RoadGroup[];
  readonly #router: Router;
  /** The group of a link by its number, and by its name. */
  readonly #byRef = new Map<number, RoadGroup>();
  readonly #byName = new Map<number, RoadGroup>();
  readonly #texts: readonly string[];
  /** Links at each junction: those of `n` are `at[first[n]]` to `at[first[n + 1]]`. */
  readonly #first: Uint32Array;
  readonly #at: Uint32Array;

  constructor(router: Router) {
    this.#router = router;
    const { graph } = router;
    const refs = new Map<string, number[]>();
    const names = new Map<string, number[]>();
    const add = (map: Map<string, number[]>, key: string | null, link: number) => {
      if (key === null) return;
      const links = map.get(key);
      if (links) links.push(link);
      else map.set(key, [link]);
    };
    /** Links of which each road of the table is a part without being the longest. */
    const minor = new Map<RoadName, number[]>();
    const major = new Set<RoadName>();
    if (graph.names) {
      for (let link = 0; link < graph.from.length; link++) {
        const road = router.roadOf(link);
        if (road) {
          major.add(road);
          add(refs, road.ref, link);
          add(names, road.name, link);
        }
        for (const part of router.partsOf(link)) {
          if (part.road && part.road !== road) minor.set(part.road, [...(minor.get(part.road) ?? []), link]);
        }
      }
      for (const [road, links] of minor) {
        if (major.has(road)) continue;
        for (const link of links) {
          if (road.ref === null || !refs.has(road.ref)) add(refs, road.ref, link);
          if (road.name === null || !names.has(road.name)) add(names, road.name, link);
        }
      }
    }
    const grouped = (map: Map<string, number[]>, by: 'name' | 'ref', gap: number) =>
      [...map].flatMap(([key, all]) =>
        clusters(graph, all, gap).map((links): RoadGroup => {
          const other = by === 'ref' ? 'name' : 'ref';
          const found = new Set(links.map((link) => this.#partNamed(link, by, key)?.[other] ?? null));
          const shared = found.size === 1 ? [...found][0]! : null;
          return { key, links, ...(by === 'ref' ? { ref: key, name: shared } : { name: key, ref: shared }) };
        })
      );
    const numbered = grouped(refs, 'ref', NUMBER_GAP);
    const named = grouped(names, 'name', NAME_GAP);
    for (const group of numbered) for (const link of group.links) this.#byRef.set(link, group);
    for (const group of named) for (const link of group.links) this.#byName.set(link, group);
    this.groups = [...numbered, ...named];
    this.#texts = this.groups.map(({ name, ref }) => ` ${folded([ref, name].filter(Boolean).join(' '))} `);
    this.#first = new Uint32Array(graph.lon.length + 1);
    for (let l = 0; l < graph.from.length; l++) {
      this.#first[graph.from[l]! + 1]!++;
      if (graph.to[l] !== graph.from[l]) this.#first[graph.to[l]! + 1]!++;
    }
    for (let n = 0; n < graph.lon.length; n++) this.#first[n + 1]! += this.#first[n]!;
    this.#at = new Uint32Array(this.#first[graph.lon.length]!);
    const cursor = this.#first.slice();
    for (let l = 0; l < graph.from.length; l++) {
      this.#at[cursor[graph.from[l]!]!++] = l;
      if (graph.to[l] !== graph.from[l]) this.#at[cursor[graph.to[l]!]!++] = l;
    }
  }

  /** The road of a link: by its number, else by its name; undefined for a nameless one. */
  roadOf(link: number): RoadGroup | undefined {
    return this.#byRef.get(link) ?? this.#byName.get(link);
  }

  /** Groups that a link belongs to, by its number and by its name. */
  groupsOf(link: number): RoadGroup[] {
    return [this.#byRef.get(link), this.#byName.get(link)].filter((group) => group !== undefined);
  }

  /**
   * Roads whose name or number holds every word of a query, whatever its case, accents and spaces: the best matches first, then the
   * longest roads.
   */
  search(query: string, most: number): RoadGroup[] {
    const words = folded(query);
    if (words === '') return [];
    const whole = compact(query);
    const score = (group: RoadGroup, text: string): number => {
      const key = compact(group.key);
      if (key === whole) return 5;
      const isNumbered = group.key === group.ref;
      if (isNumbered && key.replace(/^\p{L}+/u, '') === whole) return 4;
      if (isNumbered && key.startsWith(whole)) return 3;
      // Streets that a numbered road follows come after it.
      if (group.ref !== null && compact(group.ref).startsWith(whole)) return 1;
      // A road that a number and a name tell is found by its name once, under that name.
      const own = isNumbered ? ` ${folded(group.key)} ` : text;
      if (own.includes(` ${words}`)) return 2;
      return words.split(' ').every((word) => own.includes(` ${word}`)) ? 1 : 0;
    };
    return this.groups
      .map((group, i) => ({ group, score: score(group, this.#texts[i]!) }))
      .filter((found) => found.score > 0)
      .sort((a, b) => b.score - a.score || b.group.links.length - a.group.links.length)
      .slice(0, most)
      .map(({ group }) => group);
  }

  /** Groups of a name or number, however it is written. */
  named(key: string): RoadGroup[] {
    const wanted = compact(key);
    return wanted === '' ? [] : this.groups.filter((group) => compact(group.key) === wanted);
  }

  /** The roads that cross a link at its two ends, or where the road that it lies on is first crossed beyond; null where none has a name. */
  between(link: number): [from: RoadName | null, to: RoadName | null] {
    const { from, to } = this.#router.graph;
    return [this.#crossing(link, from[link]!), this.#crossing(link, to[link]!)];
  }

  /** The road met first from an end of a link, along the road that the link lies on and along nameless ones: a ramp leads to it. */
  #crossing(link: number, start: number): RoadName | null {
    const { graph } = this.#router;
    const own = this.#router.roadOf(link);
    const isFollowed = (road: RoadName | null) => road === null || (own !== null && isSameRoad(own, road));
    const seen = new Set([link]);
    const ahead = [{ node: start, metres: 0 }];
    for (let next = ahead.shift(); next && seen.size < MOST_SEEN; next = ahead.shift()) {
      const { node, metres } = next;
      const others = [...this.#at.subarray(this.#first[node], this.#first[node + 1])]
        .filter((one) => !seen.has(one))
        .map((one) => ({ one, road: this.#roadFrom(one, node) }));
      const [crossing] = others
        .filter(({ road }) => !isFollowed(road))
        .sort((a, b) => graph.speed[b.one]! - graph.speed[a.one]! || a.one - b.one);
      if (crossing) return crossing.road;
      for (const { one } of others) {
        seen.add(one);
        const far = metres + graph.metres[one]!;
        if (far > MOST_FOLLOWED) continue;
        ahead.push({ node: graph.from[one] === node ? graph.to[one]! : graph.from[one]!, metres: far });
      }
      ahead.sort((a, b) => a.metres - b.metres);
    }
    return null;
  }

  /** The road that a link bears where it leaves a junction. */
  #roadFrom(link: number, node: number): RoadName | null {
    const parts = this.#router.partsOf(link);
    return (this.#router.graph.from[link] === node ? parts[0] : parts[parts.length - 1])?.road ?? null;
  }

  #partNamed(link: number, by: 'name' | 'ref', key: string): RoadName | null {
    return this.#router.partsOf(link).find(({ road }) => road?.[by] === key)?.road ?? null;
  }
}

const indices = new WeakMap<RoadGraph, RoadIndex>();

/** The index of a router's graph, made once for each graph. */
export function roadIndex(router: Router): RoadIndex {
  const known = indices.get(router.graph);
  if (known) return known;
  const made = new RoadIndex(router);
  indices.set(router.graph, made);
  return made;
}
