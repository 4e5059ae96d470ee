// The import worker: reads a file of any kind, says what it would change, and hands over the tables when they are wanted.
import { expose } from 'comlink';
import { importFile, type ImportedFile, type ImportProgress } from '../../engines/import/import-file.ts';
import { placeQuality } from '../../engines/import/quality/place-quality.ts';
import { tableQuality } from '../../engines/import/quality/table-quality.ts';
import { isTaken, replaceWith } from '../../engines/import/replace/replace.ts';
import type { OwnRows } from '../../engines/import/replace/rows.ts';
import type { FileRead, TableForm, Taken } from './protocol.ts';
import { toResult } from '../worker-result.ts';

/** Remarks that the page is told of; the count tells of all. */
const MOST_FINDINGS = 5000;
const PACE_MS = 100;

let waiting: OwnRows | null = null;

function effectsOf(rows: OwnRows, file: ImportedFile, source: string): FileRead['effects'] {
  if (!isTaken(file.format)) return [];
  const replacement = replaceWith(rows, file.format, file.rows as never, source);
  waiting = replacement.rows;
  return replacement.effects;
}

const api = {
  read: (file: File, rows: OwnRows, source: string, tell: (progress: ImportProgress) => void) =>
    toResult(async (): Promise<FileRead> => {
      waiting = null;
      let last = -Infinity;
      const onProgress = (progress: ImportProgress) => {
        const now = performance.now();
        if (now - last < PACE_MS && progress.done < progress.total) return;
        last = now;
        tell(progress);
      };
      const bytes = new Uint8Array(await file.arrayBuffer());
      const imported = await importFile({ name: file.name, bytes }, { onProgress });
      const { format, container, counts, findings } = imported;
      const effects = effectsOf(rows, imported, source);
      return {
        ...{ name: file.name, format, container, counts, effects },
        findings: findings.slice(0, MOST_FINDINGS)
      };
    }),

  take: (forms: readonly TableForm[]) =>
    toResult((): Taken => {
      if (!waiting) throw new Error('no file was read');
      const rows = waiting;
      const tables = forms.map(({ name, key, columns }) => {
        const given = rows[name] as readonly object[] as readonly Record<string, unknown>[];
        return tableQuality({
          ...{ name, key, rows: given.length },
          columns: columns.map((column) => ({ name: column, cells: given.map((row) => row[column]) }))
        });
      });
      return { rows, quality: { tables, ...placeQuality(rows) } };
    })
};
export type ImportApi = typeof api;

expose(api);
