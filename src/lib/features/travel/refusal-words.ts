// Why a service of travel times could not answer, in the reader's words.
import { duration } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { TravelTimesCode, TravelTimesError } from './travel-state.svelte';

const WORDS: Record<TravelTimesCode, (host: { host: string }) => string> = {
  unreachable: m.travel_refusal_unreachable,
  'rate-limited': m.travel_refusal_busy,
  refused: m.travel_refusal_refused,
  malformed: m.travel_refusal_malformed,
  mode: m.travel_refusal_mode,
  'too-large': m.travel_refusal_large
};

export const refusalWords = ({ code, retryAfter }: TravelTimesError, host: string): string =>
  code === 'rate-limited' && retryAfter > 0
    ? m.travel_refusal_wait({ host, time: duration(Math.max(1, Math.ceil(retryAfter / 60))) })
    : WORDS[code]({ host });
