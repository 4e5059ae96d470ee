// Counts of children that are being protected in this tab: until they are there, pages say so, and not that they are not published.
import { m } from '../i18n/paraglide/messages.js';

let underway = (): boolean => false;

/** @param from asked at each display: what it reads there is followed */
export const watchCounts = (from: () => boolean): void => void (underway = from);

export const countsUnderway = (): boolean => underway();

/** Words for a count that is not there. */
export const absentWords = (words: () => string = m.shell_unknown): string =>
  countsUnderway() ? m.coverage_underway() : words();
