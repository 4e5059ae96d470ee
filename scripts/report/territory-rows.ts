// The lists that a report is made from: of a territory built from its files, or of one that was saved.
import { dirname, resolve } from 'node:path';
import { parseProgramme } from '../../src/lib/cube/programme.ts';
import { parseDashboard } from '../../src/lib/cube/read-dashboard.ts';
import type { ReportRows } from '../../src/lib/engines/report/index.ts';
import { buildTerritory, type Config } from '../../src/lib/engines/territory-builder/index.ts';
import { findingSummary, findingSentence } from '../../src/lib/i18n/findings/findings.ts';
import { parseAssignmentFile } from '../../src/lib/model/assignment/assignment-file.ts';
import type { Territory, Commune, Qpv } from '../../src/lib/model/place.ts';
import type { School } from '../../src/lib/model/school.ts';
import type { Month, SchoolYear } from '../../src/lib/model/school-year.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { readRecord } from '../fetch/record.ts';
import { progress } from '../shell.ts';
import { askedConfig, configOf, type Asked } from '../territory/asked-config.ts';
import { keptBase } from '../territory/base.ts';
import { isMaillage, openMaillage } from '../territory/maillage.ts';
import { openSource } from '../territory/open-source.ts';
import { keptReference } from '../territory/reference.ts';

export interface ReportTerritoryRows extends ReportRows {
  territory: Territory;
  years: readonly SchoolYear[];
  communes: readonly Commune[];
  qpvs: readonly Qpv[];
  schools: readonly School[];
  config: Config;
}

const NO_PROGRAMME = { teams: [], actions: [], partners: [], correspondents: [] };

async function opened(path: string): Promise<ReportTerritoryRows> {
  progress(`Ouverture de ${path}`);
  const { config: json, files, damaged = [] } = await openMaillage(path);
  for (const found of damaged)
    progress(findingSentence({ code: 'maillage-part-damaged', severity: 'doubtful', file: path, found }));
  const textOf = (name: string) => {
    const bytes = files.get(name);
    return bytes && new TextDecoder().decode(bytes);
  };
  const dashboard = parseDashboard(textOf('tables/dashboard.json') ?? '');
  const programme = textOf('tables/programme.json');
  const split = textOf('graph/split.json');
  const { posts = [], others = [] } = split === undefined ? {} : parseAssignmentFile(split);
  return {
    ...dashboard,
    ...(programme === undefined ? NO_PROGRAMME : parseProgramme(programme)),
    staff: [...posts.map(({ fte }) => ({ role: 'referent' as const, fte })), ...others],
    config: configOf(json, path)
  };
}

async function built(asked: Asked, folder: string | undefined): Promise<ReportTerritoryRows> {
  const reference = await keptReference();
  const { config, fileOf } = await askedConfig(asked, reference);
  const data = resolve(folder ?? dirname(asked.input ?? '.'));
  progress(`Lecture des fichiers dans ${data}`);
  const [base, record] = await Promise.all([keptBase(config, reference), readRecord(data)]);
  const { rows, posts, findings } = await buildTerritory({
    config,
    open: async (file) => ({ ...(await openSource(data, fileOf(file))), name: file }),
    reference,
    base,
    records: new Map(record.map((entry) => [entry.file, entry])),
    today: new Date().toISOString().slice(0, 7) as Month,
    solver: () => bootHighs()
  });
  for (const line of findingSummary(findings)) progress(`  ${line}`);
  return { ...rows, staff: posts.staff, config };
}

/** @throws UnusableInput, UnsafeTerritory */
export const territoryRows = (asked: Asked, data: string | undefined): Promise<ReportTerritoryRows> =>
  asked.input !== undefined && isMaillage(asked.input) ? opened(asked.input) : built(asked, data);
