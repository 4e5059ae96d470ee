// The engine's worker, on its own: it can be started before the engine's client is there, and asks at once for the engine's file,
// by far the largest of the site.
import scriptUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import engineUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';

export interface EngineWorker {
  worker: Worker;
  /** Address of the engine's WebAssembly. */
  file: string;
  /** It answers from now on; or its script could not be loaded. */
  ready: Promise<void>;
}

export function startEngineWorker(): EngineWorker {
  // A file that the page itself names is kept for offline use: the worker is told where its files are by its name.
  const [script = '', file = ''] = [scriptUrl, engineUrl].map((url) => new URL(url, document.baseURI).href);
  const worker = new Worker(new URL('./duckdb.worker.ts', import.meta.url), {
    type: 'module',
    name: `${script} ${file}`
  });
  const ready = new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', () => resolve(), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message ?? 'no worker script'));
    });
  });
  // Told to whoever waits for it.
  ready.catch(() => undefined);
  return { worker, file, ready };
}
