// The addresses to prerender, from the built data: nothing here knows a territory.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseDashboard } from '$lib/cube/read-dashboard';
import { portraitPlaces } from '$lib/cube/portrait-places';
import type { EntryGenerator } from './$types';

/** The files of the site that is built: the demonstration's, or those of a territory (see svelte.config.js). */
const assets = () => process.env['MAILLAGE_ASSETS'] ?? 'static';

export const entries: EntryGenerator = () =>
  portraitPlaces(parseDashboard(readFileSync(resolve(assets(), 'tables/dashboard.json'), 'utf8'))).map(
    ({ code }) => ({ code })
  );
