// A plan being changed, loads above capacity included: points in clusters, each with its median, and what a change would cost.
import type { MedianPlan, MedianProblem } from './median-problem.ts';

/** Clusters are numbered 0 to p - 1 and never empty; a move that would empty one is the caller's to avoid. */
export class MedianState {
  /** Cluster of each point, and how many points a cluster has. */
  readonly cluster: Int32Array;
  readonly size: Int32Array;
  /** Median of each cluster. */
  readonly median: Int32Array;
  /** Cluster that a point is the median of; -1 where it is none. */
  readonly served: Int32Array;
  /** Sum of distances, and of demand above capacity. */
  cost = 0;
  excess = 0;
  readonly #load: Int32Array;
  /** Points of cluster k at `k * n`, and the place of each point in its list. */
  readonly #members: Int32Array;
  readonly #place: Int32Array;

  constructor(
    readonly problem: MedianProblem,
    medians: readonly number[]
  ) {
    const { n, p } = problem;
    this.cluster = new Int32Array(n);
    this.size = new Int32Array(p);
    this.median = new Int32Array(p);
    this.served = new Int32Array(n);
    this.#load = new Int32Array(p);
    this.#members = new Int32Array(p * n);
    this.#place = new Int32Array(n);
    this.restart(medians);
  }

  /** These medians, each with itself, then every other point with the nearest, whatever the capacities. */
  restart(medians: readonly number[]): void {
    const { n, distance } = this.problem;
    this.size.fill(0);
    this.#load.fill(0);
    this.served.fill(-1);
    this.median.set(medians);
    medians.forEach((j, k) => (this.served[j] = k));
    for (const j of medians) this.#add(j, this.served[j]!);
    for (let i = 0; i < n; i++) {
      if (this.served[i] !== -1) continue;
      let nearest = 0;
      for (let k = 1; k < medians.length; k++)
        if (distance[i * n + medians[k]!]! < distance[i * n + medians[nearest]!]!) nearest = k;
      this.#add(i, nearest);
    }
    this.cost = this.cluster.reduce((sum, k, i) => sum + distance[i * n + this.median[k]!]!, 0);
    this.excess = this.median.reduce((sum, _, k) => sum + this.#over(k, 0), 0);
  }

  #add(i: number, k: number): void {
    this.cluster[i] = k;
    this.#load[k]! += this.problem.demand[i]!;
    this.#place[i] = this.size[k]!;
    this.#members[k * this.problem.n + this.size[k]!] = i;
    this.size[k]! += 1;
  }

  #remove(i: number, k: number): void {
    const { n, demand } = this.problem;
    this.#load[k]! -= demand[i]!;
    this.size[k]! -= 1;
    const last = this.#members[k * n + this.size[k]!]!;
    this.#members[k * n + this.#place[i]!] = last;
    this.#place[last] = this.#place[i]!;
  }

  /** Point of cluster k at this share (0 to 1) of its list. */
  member(k: number, share: number): number {
    return this.#members[k * this.problem.n + Math.floor(share * this.size[k]!)]!;
  }

  /** Demand above the capacity of cluster k with `more` demand. */
  #over(k: number, more: number): number {
    return Math.max(0, this.#load[k]! + more - this.problem.capacity[this.median[k]!]!);
  }

  /** Change of `excess` when cluster a loses this demand and cluster b gains it. */
  excessOfTransfer(a: number, b: number, demand: number): number {
    return this.#over(a, -demand) - this.#over(a, 0) + this.#over(b, demand) - this.#over(b, 0);
  }

  /** Change of `cost` when point i goes to cluster k. */
  costOfShift(i: number, k: number): number {
    const { n, distance } = this.problem;
    return distance[i * n + this.median[k]!]! - distance[i * n + this.median[this.cluster[i]!]!]!;
  }

  shift(i: number, k: number, cost: number, excess: number): void {
    this.#remove(i, this.cluster[i]!);
    this.#add(i, k);
    this.cost += cost;
    this.excess += excess;
  }

  swap(i: number, o: number, cost: number, excess: number): void {
    const [a, b] = [this.cluster[i]!, this.cluster[o]!];
    this.shift(i, b, cost, excess);
    this.shift(o, a, 0, 0);
  }

  /** Change of `excess` when c becomes the median of cluster k. */
  excessOfMedian(k: number, c: number): number {
    return Math.max(0, this.#load[k]! - this.problem.capacity[c]!) - this.#over(k, 0);
  }

  /** Change of `cost` when c becomes the median of cluster k. */
  costOfMedian(k: number, c: number): number {
    const { n, distance } = this.problem;
    const j = this.median[k]!;
    let sum = 0;
    for (let at = k * n; at < k * n + this.size[k]!; at++) {
      const row = this.#members[at]! * n;
      sum += distance[row + c]! - distance[row + j]!;
    }
    return sum;
  }

  setMedian(k: number, c: number, cost: number, excess: number): void {
    this.served[this.median[k]!] = -1;
    this.served[c] = k;
    this.median[k] = c;
    this.cost += cost;
    this.excess += excess;
  }

  plan(): MedianPlan {
    return {
      assignment: this.cluster.map((k) => this.median[k]!),
      medians: [...this.median].sort((a, b) => a - b),
      objective: this.cost
    };
  }
}
