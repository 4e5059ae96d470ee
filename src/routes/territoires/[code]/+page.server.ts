// The addresses to prerender, from the built data: nothing here knows a territory.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseDashboard } from '$lib/cube/read-dashboard';
import { portraitPlaces } from '$lib/cube/portrait-places';
import type { EntryGenerator } from './$types';

/** `npm run territory -- --site` names the files that its site takes. */
const ASSETS = process.env.MAILLAGE_ASSETS ?? 'static';

export const entries: EntryGenerator = () =>
  portraitPlaces(parseDashboard(readFileSync(resolve(ASSETS, 'tables/dashboard.json'), 'utf8'))).map(
    ({ code }) => ({ code })
  );
