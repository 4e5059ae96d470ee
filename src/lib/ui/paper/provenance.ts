// Where a sheet's figures come from, in one line.
import type { Dashboard } from '$lib/cube/dashboard';
import { catalogueSource } from '$lib/i18n/catalogue-words';
import { namedSources } from './named-sources';

/** The sources that the territory's files name, or its rows, without doubles. */
export const sourcesOf = (dashboard: Dashboard): string =>
  namedSources(dashboard, (french) => catalogueSource(french).text);
