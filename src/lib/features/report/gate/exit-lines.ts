// The verdicts of the exit gate as lines to read.
import type { ExitResult } from '$lib/figures/exit-check.ts';
import { exitFigureName, exitSentence, insteadWords, type ExitNames } from '$lib/i18n/exit-words.ts';
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

interface VerdictLine {
  /** Of the answer. */
  id: string;
  /** « 34 (filles) ». */
  name: string;
  passes: boolean;
  verdict: string;
  words: string;
  /** What to write in its place; empty where it may be published, or where nothing is known of it. */
  instead: string;
}

/** In the order in which the figures were asked. */
export function verdictLines({ figures, audit }: ExitResult, names: ExitNames): VerdictLine[] {
  return figures.map((figure, i) => {
    const verdict = audit.verdicts[i]!;
    const line = { id: figure.id, name: exitFigureName(figure, names), passes: false, instead: '' };
    switch (verdict.status) {
      case 'passes':
        return {
          ...line,
          passes: true,
          verdict: m.exit_passes(),
          words: m.exit_passes_words({ most: integer(audit.k - 1) })
        };
      case 'contradicts':
        return { ...line, verdict: m.exit_contradicts(), words: m.exit_contradicts_words() };
      case 'refused':
        return {
          ...line,
          verdict: m.exit_refused(),
          words: exitSentence(verdict, figures, audit.k, names),
          instead: insteadWords(figure, verdict.instead)
        };
    }
  });
}
