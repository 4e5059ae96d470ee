// The import worker: reads a file of any supported kind and puts its rows into the tables, in one request.
import { expose } from 'comlink';
import {
  importFile,
  isReplaceable,
  placeQuality,
  replaceRows,
  tableQuality,
  type ImportedFile,
  type ImportProgress,
  type ReplaceableRows
} from '../../engines/import/index.ts';
import type { Finding } from '../../model/findings.ts';
import type { FileRead, ReadRequest, TableShape } from './protocol.ts';
import { toResult } from '../worker-call.ts';

/** Findings sent to the page; `counts.findings` counts all. */
const MAX_FINDINGS = 5000;
const PROGRESS_INTERVAL_MS = 100;

function throttled(onProgress: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  let last = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - last < PROGRESS_INTERVAL_MS && progress.done < progress.total) return;
    last = now;
    onProgress(progress);
  };
}

const qualityOf = (rows: ReplaceableRows, tables: readonly TableShape[]) => ({
  tables: tables.map(({ name, key, columns }) => {
    const records = rows[name] as readonly object[] as readonly Record<string, unknown>[];
    return tableQuality({
      name,
      key,
      rows: records.length,
      columns: columns.map((column) => ({ name: column, cells: records.map((row) => row[column]) }))
    });
  }),
  ...placeQuality(rows)
});

function replaced(
  { format, rows: imported }: ImportedFile,
  { rows, tables, source }: ReadRequest
): Pick<FileRead, 'effects' | 'replacement'> & { readings: readonly Finding[] } {
  if (!isReplaceable(format)) return { effects: [], replacement: null, readings: [] };
  const after = replaceRows(rows, format, imported as never, source);
  return {
    effects: after.effects,
    readings: after.readings ?? [],
    replacement: { rows: after.rows, quality: qualityOf(after.rows, tables) }
  };
}

const api = {
  read: (file: File, request: ReadRequest, onProgress: (progress: ImportProgress) => void) =>
    toResult(async (): Promise<FileRead> => {
      const source = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      const imported = await importFile(source, { onProgress: throttled(onProgress) });
      const { format, container, counts } = imported;
      const { readings, ...result } = replaced(imported, request);
      const findings = [...imported.findings, ...readings];
      return {
        name: file.name,
        format,
        container,
        counts: { ...counts, findings: findings.length },
        findings: findings.slice(0, MAX_FINDINGS),
        ...result
      };
    })
};
export type ImportApi = typeof api;

expose(api);
