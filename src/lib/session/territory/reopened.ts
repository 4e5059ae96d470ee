// A territory that was opened from its files alone.
import { parseDashboard } from '$lib/cube/read-dashboard.ts';
import type { ReadBalance } from '$lib/engines/territory-builder/index.ts';
import type { Finding } from '$lib/model/findings.ts';
import { LABELS } from '$lib/model/legal-notices.ts';
import type { TerritoryFiles } from '$lib/model/territory-files.ts';
import { projectConfig, type TerritorySettings } from './project-config.ts';
import type { OpenTerritory } from './project-types.ts';

export const textOf = (files: TerritoryFiles, path: string) => new TextDecoder().decode(files.get(path));

/** What is said of a territory that was opened from its files alone. */
export function reopened(files: TerritoryFiles): OpenTerritory {
  const { territory, communes, schools } = parseDashboard(textOf(files, 'tables/dashboard.json'));
  const told = JSON.parse(files.has('findings.json') ? textOf(files, 'findings.json') : '{}') as {
    files?: ReadBalance[];
    findings?: Finding[];
  };
  return {
    files,
    territory,
    balances: told.files ?? [],
    findings: told.findings ?? [],
    figures: { communes: communes.length, schools: schools.length }
  };
}

const DASHBOARD = 'tables/dashboard.json';
const UNWRITTEN = Object.fromEntries(['contact', ...LABELS].map((name) => [name, '']));

/**
 * The same territory with what its service says of itself in other settings: nothing is computed again, and no source is needed.
 * Null where the settings differ in anything else.
 */
export function withNotices(
  { files, ...built }: OpenTerritory,
  former: TerritorySettings,
  settings: TerritorySettings
): OpenTerritory | null {
  const [one, other] = [former, settings].map((each) => JSON.stringify({ ...each, ...UNWRITTEN }));
  if (one !== other || !files.has(DASHBOARD)) return null;
  const { contact, labels } = projectConfig(settings, [], { matches: {}, corrections: [] });
  const { territory, ...facts } = JSON.parse(textOf(files, DASHBOARD)) as Pick<OpenTerritory, 'territory'>;
  const noted = { ...territory, contact, labels } as typeof territory;
  const bytes = new TextEncoder().encode(JSON.stringify({ territory: noted, ...facts }));
  return { ...built, territory: noted, files: new Map(files).set(DASHBOARD, bytes) };
}
