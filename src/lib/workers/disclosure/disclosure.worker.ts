// The protection worker: the only thread that ever holds the rows of a case file. Ending it forgets them.
import { expose } from 'comlink';
import { sha256Async } from '../../algorithms/sha256.ts';
import {
  besideFormer,
  protect,
  provenProtection,
  raiseThreshold,
  readCube,
  schoolYearsOf,
  type ProtectionReport,
  type PublishedCube
} from '../../engines/disclosure/index.ts';
import { readCaseFile } from '../../engines/import/index.ts';
import type { Reading, SourceFile } from '../../model/source-files.ts';
import type { Case } from '../../model/pathway.ts';
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';
import type {
  CaseSummary,
  FormerRelease,
  KnownPlaces,
  Protected,
  ProtectedBeside,
  ProtectRequest,
  ProtectStage
} from './protocol.ts';
import { caseLists } from './case-lists.ts';
import { summaryOf } from './case-summary.ts';
import { toResult } from '../worker-call.ts';

let solver: ReturnType<typeof bootHighs> | null = null;
let cases: readonly Case[] = [];

const api = {
  /** @param reading what the reader said of its columns and values */
  read: (source: SourceFile, places: KnownPlaces, reading?: Reading) =>
    toResult(async (): Promise<CaseSummary> => {
      const imported = await readCaseFile(source, caseLists(places, new Date()), reading);
      cases = imported.rows;
      return summaryOf(imported);
    }),

  protect: (places: KnownPlaces, request: ProtectRequest, tell: (stage: ProtectStage) => void) =>
    toResult(() => protectRows(cases, places, request, tell)),

  /**
   * Protects the years that no former release holds, and those that replace one.
   * @param replace take the file's word for published years that it contradicts
   */
  protectBeside: (
    places: KnownPlaces,
    request: ProtectRequest,
    { former, replace }: { former: readonly FormerRelease[]; replace: boolean },
    tell: (stage: ProtectStage) => void
  ) =>
    toResult(async (): Promise<ProtectedBeside> => {
      const cubes = former.map(({ cube, years }) => ({
        ...readCube(JSON.parse(cube), 'cube.json'),
        years: [...years]
      }));
      const { cases: rows, ...beside } = besideFormer(cubes, cases, replace);
      const made = rows.length > 0 ? await protectRows(rows, places, request, tell) : null;
      return { ...beside, made, rows: rows.length };
    }),

  /** A former release made safe at higher thresholds, from its own counts. */
  raise: (cube: string, report: string, { k, families }: { k: number; families: number }) =>
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

  /** @param text the cube as its file is written: all that its certificate rests on */
  certificate: (text: string) =>
    toResult(async () => {
      const cube = readCube(JSON.parse(text), 'cube.json');
      return provenProtection(await (solver ??= bootHighs(WASM_ADDRESS)), cube, text, sha256Async);
    })
};
export type DisclosureApi = typeof api;

async function protectRows(
  rows: readonly Case[],
  places: KnownPlaces,
  { k, families, seconds }: ProtectRequest,
  tell: (stage: ProtectStage) => void
): Promise<Protected> {
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
