/** Longest search of the page, seconds. */
export const SECONDS = 60;
