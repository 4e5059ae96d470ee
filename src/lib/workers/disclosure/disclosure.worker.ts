// The protection worker: the only thread that ever holds the rows of a case file. Ending it forgets them.
import { expose } from 'comlink';
import { sha256, webSha256 } from '../../engines/assignment/index.ts';
import { protect, provenProtection, readCube, schoolYearsOf } from '../../engines/disclosure/index.ts';
import { readCaseFile, type Reading, type SourceFile } from '../../engines/import/index.ts';
import type { Case } from '../../model/pathway.ts';
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';
import type { CaseSummary, KnownPlaces, ProtectRequest, ProtectStage } from './protocol.ts';
import { caseLists } from './case-lists.ts';
import { summaryOf } from './case-summary.ts';
import { toResult } from '../worker-call.ts';

/** Pages on plain HTTP have no hash of the browser's. */
const hash = (globalThis.crypto as Partial<Crypto>).subtle ? webSha256 : sha256;

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

  protect: (
    places: KnownPlaces,
    { k, families, seconds }: ProtectRequest,
    tell: (stage: ProtectStage) => void
  ) =>
    toResult(async () => {
      const years = schoolYearsOf(cases);
      const first = years[0];
      if (first) tell(startOf(first, 1, years.length));
      const { cells, cube, report } = protect(await (solver ??= bootHighs(WASM_ADDRESS)), cases, places, {
        k,
        ...(families !== undefined && { families }),
        seconds,
        epci: places.epci,
        onProgress: (year, progress) =>
          tell({ ...startOf(year, years.indexOf(year) + 1, years.length), ...figuresOf(progress) }),
        onAudit: (share) => tell({ stage: 'audit', share })
      });
      return { cells, cube: `${JSON.stringify(cube, null, 1)}\n`, report };
    }),

  /** @param text the cube as its file is written: all that its certificate rests on */
  certificate: (text: string) =>
    toResult(async () => {
      const cube = readCube(JSON.parse(text), 'cube.json');
      return provenProtection(await (solver ??= bootHighs(WASM_ADDRESS)), cube, text, hash);
    })
};
export type DisclosureApi = typeof api;

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
