// The figures that a reader would publish, and what the exit gate says of them.
import { checkExit, type ExitAsked, type ExitResult, type ExitSources } from '$lib/figures/exit-check.ts';
import type { FigureForm } from '$lib/model/report/exit-figure.ts';
import type { ExitRecord } from '$lib/model/report/exit-record.ts';
import type { StateReport } from '$lib/model/report/state-report.ts';
import { thresholdsOf } from '$lib/session/case-file.svelte.ts';
import { reports } from '$lib/session/reports.svelte.ts';
import { failureOf, Request } from '$lib/session/request.svelte.ts';
import { siteData } from '$lib/session/site-data.svelte.ts';
import { territoryDoor } from '$lib/session/territory-door.ts';

class ExitState {
  asked: readonly ExitAsked[] = $state.raw([]);
  /** The register has them. */
  isKept = $state(false);
  readonly #request = new Request<ExitResult>();
  readonly #sources: () => ExitSources;

  constructor(sources: () => ExitSources) {
    this.#sources = sources;
  }

  get result(): ExitResult | null {
    return this.#request.phase === 'done' ? this.#request.value : null;
  }

  get isChecking(): boolean {
    return this.#request.phase === 'pending';
  }

  /** There is no verdict: the check failed, or another one took its place. */
  get hasFailed(): boolean {
    return this.#request.phase === 'failed' || this.#request.phase === 'stopped';
  }

  get failure(): string | null {
    return failureOf(this.#request.error);
  }

  add(one: ExitAsked): void {
    this.ask([...this.asked.filter(({ id }) => id !== one.id), one]);
  }

  remove(id: string): void {
    this.ask(this.asked.filter((one) => one.id !== id));
  }

  /** Asks for figures that leave together, in place of those asked before. */
  ask(asked: readonly ExitAsked[]): void {
    this.asked = asked;
    this.isKept = false;
    if (asked.length === 0) return this.#request.reset();
    void this.#request.send(JSON.stringify(asked), () => checkExit(asked, this.#sources()));
  }

  /** What may leave: as asked, or in the form that passes; the others are withheld. */
  recordOf(day: string, reader: string): ExitRecord {
    const { verdicts } = this.result!.audit;
    const leaving = verdicts.filter(({ status, ...one }) => status === 'passes' || insteadOf(one) !== null);
    return {
      day,
      year: this.#sources().report.year,
      output: 'figure',
      reader,
      gate: 'public',
      figures: leaving.map(({ id }) => id),
      withheld: verdicts.filter((one) => !leaving.includes(one)).map(({ id }) => id),
      released: leaving.flatMap((one) => ('released' in one ? one.released : []))
    };
  }
}

const insteadOf = (verdict: object): FigureForm | null =>
  'instead' in verdict ? (verdict.instead as FigureForm | null) : null;

/** The gate of a report, beside the register of this tab. To be called while a component is made. */
export function exitState(report: () => StateReport): ExitState {
  const [{ dashboard }, door, book] = [siteData(), territoryDoor(), reports()];
  const { k } = thresholdsOf('public', dashboard.territory.thresholds);
  return new ExitState(() => ({ report: report(), exits: book.exits, door, k }));
}
