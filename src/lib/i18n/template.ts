// Sentences as plain text in each language, with values to put in.
import type { Locale } from './locale.ts';

export type InEachLanguage<T = string> = Readonly<Record<Locale, T>>;

/**
 * A text with its values. `{found}` stands for a value; `[ (near {found})]` is left out when the value is absent or empty, and
 * `[{found}|this row]` then gives the words after the bar.
 */
export function fill(text: string, values: object): string {
  const known: Readonly<Record<string, unknown>> = { ...values };
  return text
    .replace(/\[([^\]|]*)\|?([^\]]*)\]/g, (_, part: string, otherwise: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => known[name]) ? part : otherwise
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? ''));
}
