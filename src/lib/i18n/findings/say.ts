// The messages of findings, compiled from messages/findings into one record: a finding names its message by its code.
import { messages } from './paraglide/record.js';
import type { Locale } from '../locale.ts';

/** What a message may name, in words. */
export type Values = Readonly<Record<string, string>>;

/** A message in a language; undefined: there is none of this key. */
export const sayIfAny = (language: Locale, key: string, values: Values = {}): string | undefined =>
  messages[key]?.[language === 'fr' ? 0 : 1]?.(values);

/** A message that there is. */
export const say = (language: Locale, key: string, values?: Values): string =>
  sayIfAny(language, key, values) ?? key;

/** Keys of all messages of findings. */
export const messageKeys = (): string[] => Object.keys(messages);
