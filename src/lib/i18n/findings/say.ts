// The messages of findings, compiled from messages/findings into one module a language: a finding names its message by its code.
import * as en from './paraglide/messages/en.js';
import * as fr from './paraglide/messages/fr.js';
import type { Locale } from '../locale.ts';

/** What a message may name, in words. */
export type Values = Readonly<Record<string, string>>;

type Messages = Readonly<Record<string, ((values: Values) => string) | undefined>>;

const messages = (language: Locale) => (language === 'fr' ? fr : en) as unknown as Messages;

/** A message in a language; undefined: there is none of this key. */
export const sayIfAny = (language: Locale, key: string, values: Values = {}): string | undefined =>
  messages(language)[key]?.(values);

/** A message that there is. */
export const say = (language: Locale, key: string, values?: Values): string =>
  sayIfAny(language, key, values) ?? key;

/** Keys of all messages of findings. */
export const messageKeys = (): string[] => Object.keys(fr);
