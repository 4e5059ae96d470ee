// Worker of the engine. DuckDB drops a failed fetch of its WebAssembly file in an unhandled rejection: this reports it to the page.
addEventListener('unhandledrejection', (event) => reportError(event.reason));

const PIECE = 1_000_000;

/** Merges pieces: the engine sends a message for each, and thousands of messages would slow down both sides. */
function merged(response: Response): Response {
  let pieces: Uint8Array[] = [];
  let size = 0;
  const send = (controller: TransformStreamDefaultController<Uint8Array>): void => {
    const whole = new Uint8Array(size);
    for (const piece of pieces.reverse()) whole.set(piece, (size -= piece.length));
    pieces = [];
    controller.enqueue(whole);
  };
  const merge = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      pieces.push(piece);
      size += piece.length;
      if (size >= PIECE) send(controller);
    },
    flush: send
  });
  return response.body ? new Response(response.body.pipeThrough(merge), response) : response;
}

// The worker's name holds the addresses of the engine's script and of its WebAssembly file, so that both are fetched in parallel: the
// second is much larger, and the script would only fetch it once loaded and instantiated.
const [script = '', engine = ''] = self.name.split(' ');
const fetchFile = self.fetch.bind(self);
let engineResponse: Promise<Response> | null = fetchFile(engine);
self.fetch = (request, options) => {
  const prefetched = request instanceof Request && request.url === engine ? engineResponse : null;
  if (prefetched) engineResponse = null;
  return prefetched?.then(merged) ?? fetchFile(request, options);
};

// Loaded as a URL: a bundler would drop a package without side effects.
await import(/* @vite-ignore */ script);
postMessage('ready');
export {};
