// What a reader notes of a file: why it cannot be used, and what is doubtful.
import { UnusableInput, type Finding } from '../findings.ts';

/** Findings of a file as it is read, each with its place. */
export class ReadingNotes {
  /** Why the file cannot be used. */
  readonly fatal: Finding[] = [];
  /** What is doubtful; it was kept, or left out. */
  readonly findings: Finding[] = [];
  readonly #file: { file?: string };
  /** @param file its name, given to every finding */
  constructor(file?: string) {
    this.#file = file === undefined ? {} : { file };
  }

  /** A reason to refuse the file. */
  wrong(code: string, column: string, found: string, expected?: string): void {
    this.fatal.push({
      code,
      severity: 'dropped',
      ...this.#file,
      column,
      found,
      ...(expected && { expected })
    });
  }

  /** Something that does not keep the file from being used. */
  doubt(code: string, column: string, found: string, severity: Finding['severity'] = 'doubtful'): void {
    this.findings.push({ code, severity, ...this.#file, column, found });
  }

  /** @throws {UnusableInput} with the first reason, when there is one; its `findings` hold them all, and what is doubtful */
  refuse(): void {
    const [first] = this.fatal;
    if (first) throw new UnusableInput(first, { findings: [...this.fatal, ...this.findings] });
  }
}
