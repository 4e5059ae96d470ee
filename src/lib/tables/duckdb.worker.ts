// Worker of the engine. DuckDB drops a failed fetch of its WebAssembly file in an unhandled rejection: this reports it to the page.
import startDecoder from 'brotli-dec-wasm/web';
import { unpacked } from './unpack-engine.ts';

addEventListener('unhandledrejection', (event) => reportError(event.reason));

// The worker's name holds the addresses of the engine's script and of the engine, so that both are fetched in parallel with the
// decoder: the second is much larger, and the script would only fetch it once loaded and instantiated.
const [script = '', engine = ''] = self.name.split(' ');
const fetchFile = self.fetch.bind(self);
const decoderReady = startDecoder();
let engineResponse: Promise<Response> | null = fetchFile(engine);

async function engineOf(fetched: Promise<Response>): Promise<Response> {
  const response = await fetched;
  await decoderReady;
  return unpacked(response);
}

self.fetch = (request, options) => {
  const prefetched = request instanceof Request && request.url === engine ? engineResponse : null;
  if (prefetched) engineResponse = null;
  return prefetched ? engineOf(prefetched) : fetchFile(request, options);
};

// Loaded as a URL: a bundler would drop a package without side effects.
await import(/* @vite-ignore */ script);
postMessage('ready');
export {};
