// The engine's own worker. It loses the failure of its WebAssembly file in a promise nobody holds: tell the page.
import engineWorkerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

addEventListener('unhandledrejection', (event) => reportError(event.reason));
// Loaded as it is: its package declares no side effects, so a bundler would leave a plain import out.
await import(/* @vite-ignore */ engineWorkerUrl);
postMessage('ready');
