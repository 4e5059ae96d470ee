// Rows that are not of the territory: counted by file, never one finding each.
import type { Finding } from '../../../model/findings.ts';

export class Tally {
  readonly #counts = new Map<string, number>();

  add(file: string): void {
    this.#counts.set(file, (this.#counts.get(file) ?? 0) + 1);
  }

  /** One note a file, `found` being the number of its rows. */
  findings(code: string): Finding[] {
    return [...this.#counts].map(([file, count]) => ({
      code,
      severity: 'note',
      file,
      found: String(count)
    }));
  }
}
