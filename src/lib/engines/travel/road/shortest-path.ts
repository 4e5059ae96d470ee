// Shortest paths from one place to all others: Dijkstra's algorithm with a bucket queue over whole ticks.
import type { Adjacency } from '../graph/adjacency.ts';

/** Ticks of a node that a search has not reached. */
export const UNREACHED = 0x7fffffff;
const NONE = -1;

/** A node where a search starts, and the cost of getting there, in ticks. */
export interface Seed {
  node: number;
  ticks: number;
}

interface SearchLimits {
  /** Nodes farther than this many ticks are left unreached. */
  within?: number;
  /** The search may stop once these nodes are settled. */
  until?: Iterable<number>;
}

/**
 * A reusable search: its arrays are allocated once. Costs are whole ticks, so the queue is an array of buckets (R. Dial, Algorithm
 * 360, CACM 12, 1969): no comparison, no heap. Two entries of one node in the queue are told apart by their cost.
 */
export class Search {
  readonly #adjacency: Adjacency;
  /** Two entries a node: ticks from the seeds, arc that arrives. */
  readonly #label: Int32Array;
  readonly #bucket: Int32Array;
  readonly #mask: number;
  #entryNode: Int32Array;
  #entryNext: Int32Array;
  readonly #wanted: Uint8Array;

  constructor(adjacency: Adjacency) {
    this.#adjacency = adjacency;
    const nodes = adjacency.first.length - 1;
    this.#label = new Int32Array(2 * nodes);
    let size = 1;
    while (size <= adjacency.maxCost + 1) size *= 2;
    this.#bucket = new Int32Array(size);
    this.#mask = size - 1;
    const entries = adjacency.link.length + 16;
    this.#entryNode = new Int32Array(entries);
    this.#entryNext = new Int32Array(entries);
    this.#wanted = new Uint8Array(nodes);
  }

  /** Ticks to a node in the last search, or `UNREACHED`. */
  ticks(node: number): number {
    return this.#label[2 * node]!;
  }

  /** Arc by which the last search arrives at a node; -1 at a seed or an unreached node. */
  arriving(node: number): number {
    return this.#label[2 * node + 1]!;
  }

  /** Searches from the seeds. Afterwards `ticks`, `arriving` and `arcsTo` answer. */
  run(seeds: readonly Seed[], limits: SearchLimits = {}): void {
    const { first, arcs } = this.#adjacency;
    const label = this.#label;
    const bucket = this.#bucket;
    const mask = this.#mask;
    const wanted = this.#wanted;
    const within = limits.within ?? UNREACHED - 1;
    for (let i = 0; i < label.length; i += 2) label[i] = UNREACHED;
    bucket.fill(NONE);

    let left = 0;
    for (const node of limits.until ?? []) {
      if (wanted[node]) continue;
      wanted[node] = 1;
      left++;
    }
    const stopEarly = left > 0;

    // Seeds enter the queue when the search comes to their cost: a far one would otherwise wrap around the buckets.
    const waiting = [...seeds].sort((a, b) => b.ticks - a.ticks);
    let entryNode = this.#entryNode;
    let entryNext = this.#entryNext;
    if (entryNode.length < this.#adjacency.link.length + waiting.length + 1) {
      entryNode = this.#entryNode = new Int32Array(this.#adjacency.link.length + waiting.length + 1);
      entryNext = this.#entryNext = new Int32Array(entryNode.length);
    }
    let entries = 0;
    let queued = 0;
    let now = waiting[waiting.length - 1]?.ticks ?? 0;

    while (queued > 0 || waiting.length > 0) {
      if (queued === 0) now = Math.max(now, waiting[waiting.length - 1]!.ticks);
      while (waiting.length > 0 && waiting[waiting.length - 1]!.ticks <= now) {
        const seed = waiting.pop()!;
        if (seed.ticks > within || seed.ticks >= label[2 * seed.node]!) continue;
        label[2 * seed.node] = seed.ticks;
        label[2 * seed.node + 1] = NONE;
        entryNode[entries] = seed.node;
        entryNext[entries] = bucket[seed.ticks & mask]!;
        bucket[seed.ticks & mask] = entries++;
        queued++;
      }
      const slot = now & mask;
      for (let entry = bucket[slot]!; entry !== NONE; entry = bucket[slot]!) {
        bucket[slot] = entryNext[entry]!;
        queued--;
        const node = entryNode[entry]!;
        if (label[2 * node] !== now) continue;
        if (stopEarly && wanted[node]) {
          wanted[node] = 0;
          if (--left === 0) return;
        }
        const last = first[node + 1]!;
        for (let arc = first[node]!; arc < last; arc++) {
          const head = arcs[2 * arc]!;
          const cost = now + arcs[2 * arc + 1]!;
          if (cost >= label[2 * head]! || cost > within) continue;
          label[2 * head] = cost;
          label[2 * head + 1] = arc;
          entryNode[entries] = head;
          entryNext[entries] = bucket[cost & mask]!;
          bucket[cost & mask] = entries++;
          queued++;
        }
      }
      now++;
    }
    if (stopEarly) wanted.fill(0);
  }

  /** Arcs from a seed to a node, in order of travel; empty at a seed or an unreached node. */
  arcsTo(node: number): number[] {
    const path: number[] = [];
    if (this.ticks(node) === UNREACHED) return path;
    for (let arc = this.arriving(node); arc !== NONE; arc = this.arriving(this.#adjacency.tail[arc]!)) {
      path.push(arc);
    }
    return path.reverse();
  }
}
