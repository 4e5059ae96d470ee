// The one builder: sources in, the files of a territory out. No disk, no network, no clock: the shell and a worker of the page call it alike.
import type { Finding } from '../../model/findings.ts';
import type { LinearSolver } from '../../model/linear.ts';
import { SESSIONS_PATH } from '../../model/actions/session-rows.ts';
import { MEETINGS_PATH } from '../../model/meetings/meetings-file.ts';
import type { Month } from '../../model/school-year.ts';
import { type TerritoryFiles, YEAR_FACTS_PATH, logoPath } from '../../model/territory-files.ts';
import { keptYears, withFormerYears, yearFactsFile } from './join/former-years.ts';
import { joinTerritory, type Joined } from './join/join-territory.ts';
import type { PlaceReference } from './places/reference.ts';
import { withPathways } from './protection/pathways.ts';
import { readBalance, findingsFile, type ReadBalance } from './report.ts';
import type { TerritoryRows } from './rows.ts';
import type { Config } from './sources/config.ts';
import { readGround } from './sources/ground.ts';
import { knownRecords, missingLicences } from './sources/licences.ts';
import { originsOf } from './sources/origins.ts';
import {
  readLogo,
  readSources,
  type BaseSources,
  type OpenSource,
  type SourceRecord
} from './sources/sources.ts';
import { territoryTimes, travelFiles, type TerritoryTimes } from './travel/times.ts';
import { utf8 } from './bytes.ts';
import { territoryFiles } from './write/territory-files.ts';

export interface BuildProgress {
  stage: 'read' | 'join' | 'times' | 'protect' | 'write';
  /** The one being read. */
  file?: string;
  /** Steps behind, of `of`: files when reading. */
  done: number;
  of: number;
}

export interface BuildInput {
  config: Config;
  open: OpenSource;
  reference: PlaceReference;
  /** Rows of the packs: they stand in each place that the configuration names no file for. */
  base?: BaseSources | null;
  /** What is known of the files, by name. */
  records?: ReadonlyMap<string, SourceRecord>;
  /** Files of the folder as it was saved before: what it keeps of former years stays. */
  former?: TerritoryFiles;
  /** The month of the build. */
  today: Month;
  /** Started only where there are counts of children to audit. */
  solver: () => Promise<LinearSolver>;
  onProgress?: (progress: BuildProgress) => void;
  signal?: AbortSignal;
}

export interface TerritoryFigures {
  communes: number;
  qpvs: number;
  /** Collèges included. */
  schools: number;
  colleges: number;
  followed: number;
  waiting: number;
  referents: number;
}

export interface BuiltTerritory {
  files: TerritoryFiles;
  findings: Finding[];
  /** One a source, in the order in which they were read. */
  balances: ReadBalance[];
  figures: TerritoryFigures;
  /** What the files were made from. */
  rows: TerritoryRows;
  posts: Joined['posts'];
  times: TerritoryTimes['times'];
}

function figuresOf({ communes, qpvs, schools }: TerritoryRows, { staff }: Joined['posts']): TerritoryFigures {
  const of = (status: string) => schools.filter((school) => school.status === status).length;
  return {
    communes: communes.length,
    qpvs: qpvs.length,
    schools: schools.length,
    colleges: schools.filter(({ kind }) => kind === 'college').length,
    followed: of('followed'),
    waiting: of('waiting'),
    referents: staff.filter(({ role }) => role === 'referent').length
  };
}

/**
 * Builds a territory. The same sources give the same bytes everywhere.
 *
 * @throws UnusableInput at the first file that is missing or of no use, and when no territory can be made
 * @throws UnsafeTerritory before anything is written, when a count could be found again or may not be published
 * @throws the reason of `signal` when aborted
 */
export async function buildTerritory({
  config,
  open,
  reference,
  base = null,
  records,
  former,
  today,
  solver,
  onProgress,
  signal
}: BuildInput): Promise<BuiltTerritory> {
  const tell = (progress: BuildProgress) => {
    signal?.throwIfAborted();
    onProgress?.(progress);
  };
  const step = (stage: BuildProgress['stage']) => tell({ stage, done: 0, of: 1 });

  const sources = await readSources(config, open, base, (file, done, of) =>
    tell({ stage: 'read', file, done, of })
  );
  const logo = config.logo && (await readLogo(config.logo.file, open));
  step('join');
  const joined = joinTerritory(config, sources, reference, today);
  const { pathways } = config;
  let counted = { rows: joined.rows, findings: [] as Finding[] };
  if (pathways !== undefined && pathways.length > 0) {
    step('protect');
    counted = await withPathways(
      joined.rows,
      { ...config, pathways },
      { open, solver: await solver(), today }
    );
  }
  const kept = former ? keptYears(former, config.siren) : [];
  const dated = withFormerYears(counted.rows, { ...sources, followed: joined.followed }, { kept, today });
  const known = knownRecords(records, base);
  const ground = await readGround(config, open, dated.rows.territory.bounds, signal);
  const rows = {
    ...dated.rows,
    territory: { ...dated.rows.territory, ...(ground && { ground: ground.ground }) },
    origins: originsOf(config, dated.rows.years, known, sources.files, { base, sources })
  };
  step('times');
  const travel = await territoryTimes(config, rows, open);
  const findings = [
    ...joined.findings,
    ...counted.findings,
    ...dated.findings,
    ...travel.findings,
    ...(ground?.findings ?? []),
    ...missingLicences(config, known, sources.files)
  ];
  step('write');
  const years = yearFactsFile(config.siren, dated.facts);
  const files = new Map([
    ...territoryFiles(rows, findings),
    ...(await travelFiles(rows, joined.posts, travel)),
    [MEETINGS_PATH, utf8(JSON.stringify(joined.meetings))] as const,
    [SESSIONS_PATH, utf8(JSON.stringify(joined.sessions))] as const,
    ...(ground?.files ?? []),
    ...(logo && config.logo ? [[logoPath(config.logo.file), logo] as const] : []),
    ...(years === null ? [] : [[YEAR_FACTS_PATH, utf8(years)] as const]),
    ['findings.json', utf8(findingsFile(config.siren, sources.counts, findings))] as const
  ]);
  signal?.throwIfAborted();
  return {
    files,
    findings,
    balances: sources.counts.map((count) => readBalance(count, findings)),
    figures: figuresOf(rows, joined.posts),
    rows,
    posts: joined.posts,
    times: travel.times
  };
}
