// A territory that was opened from its files alone.
import { parseDashboard } from '$lib/cube/read-dashboard.ts';
import type { ReadBalance } from '$lib/engines/territory-builder/index.ts';
import type { Finding } from '$lib/model/findings.ts';
import type { TerritoryFiles } from '$lib/model/territory-files.ts';
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
