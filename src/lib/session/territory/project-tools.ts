// What a territory folder asks of workers and of the site: inspection of files, the build, protection of counts, the door of the pages.
import { base } from '$app/paths';
import { parseDashboard } from '$lib/cube/read-dashboard.ts';
import { readConfig, type Config } from '$lib/engines/territory-builder/index.ts';
import { publishedReport } from '$lib/engines/disclosure/index.ts';
import { YEAR_FACTS_PATH } from '$lib/model/territory-files.ts';
import { UnsafeTerritory, UnusableInput } from '$lib/model/findings.ts';
import type { Month } from '$lib/model/school-year.ts';
import {
  buildClient,
  groundClient,
  importClient,
  type ImportClient
} from '$lib/workers/territory-clients.ts';
import { caseRows, DisclosureClient } from '$lib/workers/disclosure/client.ts';
import { placesOf } from '../case-file.svelte.ts';
import { openTerritory } from '../territory-door.ts';
import { watchCaseFiles } from '../case-files-here.ts';
import { watchCounts } from '../counts-underway.ts';
import { watchSchoolsOut, watchUncounted } from '../uncounted.ts';
import { areCountsUnderway, caseFilesOfTab, schoolsOutOfFiles, uncountedOfFiles } from './file-lines.ts';
import { countsOfCases, rowsOut } from './rows-out.ts';
import { inspectionOf } from './inspection.ts';
import { loadPacks, loadReference } from './packs.ts';
import { thresholdsIn } from './project-config.ts';
import type { ProjectTools } from './project-types.ts';
import { TerritoryProject } from './project.svelte.ts';
import { today } from '../today.ts';
import { reopened, textOf } from './reopened.ts';

function configOf(json: unknown): Config {
  const read = readConfig(json);
  if ('config' in read) return read.config;
  throw new UnusableInput({ code: 'bad-configuration', severity: 'dropped', found: read.faults.join(' ; ') });
}

/** Time limit of the search of each year, seconds. */
const PROTECT_SECONDS = 8;

const WORKBOOK = /\.(?:xlsx|xlsm|xltx|xls|ods|ots|grist)$/i;

async function sheetsOf(file: File, importer: ImportClient): Promise<File[]> {
  const sheets = WORKBOOK.test(file.name) ? await importer.sheets(file, file.name) : [];
  return sheets.length === 0 ? [file] : sheets.map(({ name, content }) => new File([content], name));
}

function workerTools(): ProjectTools {
  const builder = buildClient();
  const importer = importClient();
  const ground = groundClient();
  let disclosure: DisclosureClient | null = null;
  return {
    inspect: async (file, reading) =>
      inspectionOf(await importer.inspect(file, file.name, reading), file.name),
    split: async (files) => (await Promise.all(files.map((file) => sheetsOf(file, importer)))).flat(),
    copy: (file, request) => importer.copy(file, file.name, request),
    doubtful: (files, reading) => importer.doubtful(files, reading),
    carried: (file, name, all, reading) => importer.carried(file, name, all, reading),
    async build({ config, departements, sources, former: files }, onProgress) {
      const [{ bytes: reference }, packs] = await Promise.all([
        loadReference(base, fetch),
        loadPacks(base, departements, fetch)
      ]);
      const former = new Map(
        [YEAR_FACTS_PATH, 'tables/dashboard.json'].flatMap((path) => {
          const bytes = files?.get(path);
          return bytes ? [[path, bytes] as const] : [];
        })
      );
      const built = await builder.build(
        { config, sources, reference, base: packs, former, today: today().slice(0, 7) as Month },
        onProgress
      );
      return { ...reopened(built.files), balances: built.balances, findings: built.findings };
    },
    async protect(file, { built, settings, reading, former, replace, visits }, onProgress) {
      const dashboard = parseDashboard(textOf(built.files, 'tables/dashboard.json'));
      disclosure = new DisclosureClient(() => placesOf(dashboard), undefined, reading);
      const { read, kept, findings } = await disclosure.read(file, visits);
      const { made, rows, ...years } = await disclosure.protectBeside(
        { ...thresholdsIn(settings), seconds: PROTECT_SECONDS },
        { former, replace },
        (stage) => onProgress(stage.stage === 'audit' ? stage.share : (stage.place - 1) / stage.of)
      );
      disclosure.forget();
      return {
        cube: made && made.cube,
        report:
          made &&
          JSON.stringify({ ...publishedReport(made.report), file: { read, kept, out: rowsOut(findings) } }),
        counts: countsOfCases({ read, kept, findings }, rows),
        findings,
        years: { ...years, made: made?.report.years.map(({ year }) => year) ?? [] }
      };
    },
    async visits(file, { built, reading }) {
      const dashboard = parseDashboard(textOf(built.files, 'tables/dashboard.json'));
      const { read, visits, findings } = await caseRows().read(file, placesOf(dashboard), reading);
      return { counts: countsOfCases({ read, kept: visits.length, findings }, visits.length), findings };
    },
    streets: (file, { territory }, onProgress) =>
      ground.build(
        { file, box: territory.bounds, modes: ['car', 'bike', 'foot'], tiles: true },
        ({ share }) => onProgress(share)
      ),
    stop() {
      builder.stop();
      ground.stop();
      importer.stop();
      disclosure?.forget();
    },
    readConfig: configOf,
    reopened,
    unsafeReasons: (error) => (error instanceof UnsafeTerritory ? error.reasons : null),
    open: openTerritory
  };
}

let project: TerritoryProject | null = null;

/** The folder of this tab: it outlives the pages, which show it one after the other. */
export function territoryProject(): TerritoryProject {
  if (project) return project;
  const made = new TerritoryProject(workerTools());
  watchCounts(() => areCountsUnderway(made.files));
  watchUncounted(() => uncountedOfFiles(made.files));
  watchCaseFiles(() => ({
    files: caseFilesOfTab(made.files),
    reading: made.reading,
    retention: made.settings?.retention ?? null
  }));
  watchSchoolsOut(() => schoolsOutOfFiles(made.files, made.built));
  return (project = made);
}
