// The grammatical number of a count, in the site's languages: what Intl says, without waking it before the filters answer, nor making
// its rules anew at each message (see docs/decisions/010-first-visit.md).

/** As CLDR names them (https://cldr.unicode.org/index/cldr-spec/plural-rules): French says « un million de ». */
export type PluralCategory = 'one' | 'many' | 'other';

const MILLION = 1_000_000;

/**
 * Stands for the generated `plural` of paraglide's messages (vite.config.ts).
 * @param input a number, or what becomes one
 */
export function plural(locale: string, input: unknown): PluralCategory {
  const count = Math.abs(Number(input));
  if (locale === 'en') return count === 1 ? 'one' : 'other';
  if (count < 2) return 'one';
  return count % MILLION === 0 ? 'many' : 'other';
}
