// The addresses to prerender, from the built data: nothing here knows a territory.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseDashboard } from '$lib/cube/read-dashboard';
import { portraitPlaces } from '$lib/cube/portrait-places';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = () =>
  portraitPlaces(parseDashboard(readFileSync(resolve('static/tables/dashboard.json'), 'utf8'))).map(
    ({ code }) => ({ code })
  );
