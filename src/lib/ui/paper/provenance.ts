// Where a sheet's figures come from, in one line, and the short name of the data that made it.
import type { Dashboard } from '$lib/cube/dashboard';
import { catalogueSource } from '$lib/i18n/catalogue-words';
import { namedSources } from './named-sources';

const SHORT = 12;

/** « 23e3b76319f4 »: enough to tell two builds apart when read aloud. */
export const shortFingerprint = (fingerprint: string): string => fingerprint.slice(0, SHORT);

/** The sources that the territory's files name, or its rows, without doubles. */
export const sourcesOf = (dashboard: Dashboard): string =>
  namedSources(dashboard, (french) => catalogueSource(french).text);
