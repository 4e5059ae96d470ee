// The worker that looks at dropped files, one after the other: a failure is that of its file alone.
import { expose } from 'comlink';
import { droppedBlob, inspectFile, placeNames, type ImportProgress } from '../../engines/import/index.ts';
import { toResult } from '../worker-call.ts';
import type { InspectEvents, InspectRequest } from './protocol.ts';

/** Findings and cells of a file sent to the page: its counts count all. */
const MOST_SENT = 5_000;
const PROGRESS_INTERVAL_MS = 100;

function throttled(report: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  let last = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - last < PROGRESS_INTERVAL_MS && progress.done < progress.total) return;
    last = now;
    report(progress);
  };
}

function listsOf({ places }: InspectRequest) {
  if (!places) return undefined;
  const { schools, communes, qpvs } = places;
  const names = placeNames({ communes, qpvs });
  return {
    schools,
    qpvs: new Set(qpvs.map(({ code }) => code)),
    communeNamed: (name: string) => names.commune(name),
    qpvNamed: (name: string, commune: string | null) => names.qpv(name, commune)
  };
}

const api = {
  inspect: (
    files: readonly File[],
    request: InspectRequest,
    onFile: InspectEvents['onFile'],
    onProgress: NonNullable<InspectEvents['onProgress']>
  ) =>
    toResult(async (): Promise<void> => {
      const { matches, corrections, formats = {} } = request;
      const lists = listsOf(request);
      for (const [at, file] of files.entries()) {
        const format = Object.hasOwn(formats, file.name) ? formats[file.name] : undefined;
        const inspected = await inspectFile(droppedBlob(file, file.name), {
          ...(matches && { matches }),
          ...(corrections && { corrections }),
          ...(format && { format }),
          ...(lists && { lists }),
          onProgress: throttled((progress) => onProgress(at, progress))
        });
        const { findings, doubtful } = inspected;
        onFile(at, {
          ...inspected,
          findings: findings.slice(0, MOST_SENT),
          doubtful: doubtful.slice(0, MOST_SENT)
        });
      }
    })
};
export type InspectApi = typeof api;

expose(api);
