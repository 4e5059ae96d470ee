// How a declared absence is said, on every page.
import { longDay } from '$lib/i18n/dates';
import { postName } from '$lib/i18n/place-names';
import type { DeclaredAbsence } from '$lib/storage/kept-decision.ts';

/** Values of the sentences that say it. */
export const absenceDates = ({ post, from, to }: DeclaredAbsence) => ({
  post: postName(post),
  from: longDay(from),
  to: longDay(to)
});
