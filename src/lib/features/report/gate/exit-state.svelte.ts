// The figures that a reader would publish, and what the exit gate says of them.
import type { ExitFigure, ExitReport, FigureForm } from '$lib/model/report/exit-figure.ts';
import { exitFigureOf } from '$lib/model/report/figures-of-answers.ts';
import type { ExitRecord } from '$lib/model/report/exit-record.ts';
import type { StateReport } from '$lib/model/report/state-report.ts';
import { checkExit, type ExitAsked } from '$lib/session/exit-check.ts';
import { failureOf, Request } from '$lib/session/request.svelte.ts';
import type { TerritoryDoor } from '$lib/session/territory-door.ts';

interface Given {
  report: StateReport;
  exits: readonly ExitRecord[];
  door: TerritoryDoor;
  k: number;
}

/** What was asked, and the verdict on each. */
export interface ExitResult {
  audit: ExitReport;
  figures: readonly ExitFigure[];
}

export class ExitState {
  asked: readonly ExitAsked[] = $state.raw([]);
  /** The register has them. */
  isKept = $state(false);
  readonly #request = new Request<ExitResult>();
  readonly #given: () => Given;

  constructor(given: () => Given) {
    this.#given = given;
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
    const given = this.#given();
    const { report } = given;
    const total = report.answers.find(({ id }) => id === 'children.total')?.value;
    void this.#request.send(JSON.stringify(asked), async () => ({
      figures: asked.flatMap(({ id, form }) => {
        const answer = report.answers.find((one) => one.id === id);
        return (
          (answer && exitFigureOf(answer, report.year, form, typeof total === 'number' ? total : null)) ?? []
        );
      }),
      audit: await checkExit({ ...given, figures: asked })
    }));
  }

  /** What may leave: as asked, or in the form that passes; the others are withheld. */
  recordOf(day: string, reader: string): ExitRecord {
    const { verdicts } = this.result!.audit;
    const leaving = verdicts.filter(({ status, ...one }) => status === 'passes' || insteadOf(one) !== null);
    return {
      day,
      year: this.#given().report.year,
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
