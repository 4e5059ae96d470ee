// The protection worker: it holds the rows of the case file that it protects. Ending it forgets them.
import { expose } from 'comlink';
import { sha256Async } from '../../algorithms/sha256.ts';
import {
  besideFormer,
  exitGate,
  protect,
  provenProtection,
  raiseThreshold,
  readCube,
  schoolYearsOf,
  type ProtectionReport,
  type PublishedCube
} from '../../engines/disclosure/index.ts';
import { importFile, readCaseFile, recognise } from '../../engines/import/index.ts';
import type { Case } from '../../model/pathway.ts';
import { withVisits, type CaseVisit } from '../../model/report/visit-days.ts';
import type { Reading, SourceFile } from '../../model/source-files.ts';
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';
import type {
  CaseRows,
  CaseSummary,
  DisclosureApi,
  PlacesOfCases,
  ProtectedCases,
  ProtectedBeside,
  ProtectRequest,
  ProtectStage
} from './protocol.ts';
import { caseLists } from './case-lists.ts';
import { caseSummary } from './case-summary.ts';
import { toResult } from '../worker-call.ts';

let solver: ReturnType<typeof bootHighs> | null = null;
let cases: readonly Case[] = [];

const api: DisclosureApi = {
  read: (source, places, reading, lists) =>
    toResult(async (): Promise<CaseSummary> => {
      const imported = await readCaseFile(source, caseLists(places, new Date()), reading);
      const read = await Promise.all(lists.map((list) => caseRowsOf(list, places, reading)));
      const visits = read.flatMap((list) => list.visits);
      cases = visits.length > 0 ? withVisits(imported.rows, visits, '').rows : imported.rows;
      return caseSummary(imported);
    }),

  rows: (source, places, reading) => toResult(() => caseRowsOf(source, places, reading)),

  protect: (places, request, tell) => toResult(() => protectRows(cases, places, request, tell)),

  protectBeside: (places, request, { former, replace }, tell) =>
    toResult(async (): Promise<ProtectedBeside> => {
      const cubes = former.map(({ cube, years }) => ({
        ...readCube(JSON.parse(cube), 'cube.json'),
        years: [...years]
      }));
      const { cases: rows, ...beside } = besideFormer(cubes, cases, replace);
      const made = rows.length > 0 ? await protectRows(rows, places, request, tell) : null;
      return { ...beside, made, rows: rows.length };
    }),

  raise: (cube, report, { k, families }) =>
    toResult(async () => {
      const read = readCube(JSON.parse(cube), 'cube.json');
      const raised = raiseThreshold(await (solver ??= bootHighs(WASM_ADDRESS)), read, { k, families });
      const told = JSON.parse(report) as ProtectionReport;
      return {
        cube: textOf(raised.cube),
        report: JSON.stringify({ ...told, k, families: Math.max(families, told.families) }),
        hidden: raised.hidden
      };
    }),

  certificate: (text) =>
    toResult(async () => {
      const cube = readCube(JSON.parse(text), 'cube.json');
      return provenProtection(await (solver ??= bootHighs(WASM_ADDRESS)), cube, text, sha256Async);
    }),

  exit: ({ cubes, ...request }) =>
    toResult(async () => {
      const read = cubes.map((text) => readCube(JSON.parse(text), 'cube.json'));
      return exitGate(await (solver ??= bootHighs(WASM_ADDRESS)), { ...request, cubes: read });
    })
};

/** A list of visits is told apart by its columns. */
async function caseRowsOf(
  source: SourceFile,
  places: PlacesOfCases,
  reading: Reading = {}
): Promise<CaseRows> {
  const seen = await recognise(source, reading.matches);
  if ('format' in seen && seen.format === 'visits') {
    const { rows, findings, counts } = await importFile(source, { ...reading, expect: 'visits' });
    return { rows: [], visits: rows as CaseVisit[], findings, read: counts.read };
  }
  return { ...(await readCaseFile(source, caseLists(places, new Date()), reading)), visits: [] };
}

async function protectRows(
  rows: readonly Case[],
  places: PlacesOfCases,
  { k, families, seconds }: ProtectRequest,
  tell: (stage: ProtectStage) => void
): Promise<ProtectedCases> {
  const years = schoolYearsOf(rows);
  const first = years[0];
  if (first) tell(startOf(first, 1, years.length));
  const { cells, cube, report } = protect(await (solver ??= bootHighs(WASM_ADDRESS)), rows, places, {
    k,
    ...(families !== undefined && { families }),
    seconds,
    // A reader's own file may name schools that the site does not know.
    unknownKinds: 'leave-schools-out',
    epci: places.epci,
    onProgress: (year, progress) =>
      tell({ ...startOf(year, years.indexOf(year) + 1, years.length), ...figuresOf(progress) }),
    onAudit: (share) => tell({ stage: 'audit', share })
  });
  return { cells, cube: textOf(cube), report };
}

/** The cube as its file is written. */
const textOf = (cube: PublishedCube) => `${JSON.stringify(cube, null, 1)}\n`;

const startOf = (year: ReturnType<typeof schoolYearsOf>[number], place: number, of: number) => ({
  stage: 'year' as const,
  year,
  place,
  of,
  loss: null,
  bound: null,
  gap: null
});
const figuresOf = ({ loss, bound, gap }: { loss: number | null; bound: number; gap: number | null }) => ({
  loss,
  bound,
  gap
});

expose(api);
