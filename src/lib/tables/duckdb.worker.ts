// The engine's own worker. It loses the failure of its WebAssembly file in a promise nobody holds: tell the page.
addEventListener('unhandledrejection', (event) => reportError(event.reason));

const PIECE = 1_000_000;

/** Fewer and larger pieces: the engine tells the page of each, and thousands of messages would hold both up. */
function gathered(response: Response): Response {
  let pieces: Uint8Array[] = [];
  let size = 0;
  const give = (controller: TransformStreamDefaultController<Uint8Array>): void => {
    const whole = new Uint8Array(size);
    for (const piece of pieces.reverse()) whole.set(piece, (size -= piece.length));
    pieces = [];
    controller.enqueue(whole);
  };
  const gather = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      pieces.push(piece);
      size += piece.length;
      if (size >= PIECE) give(controller);
    },
    flush: give
  });
  return response.body ? new Response(response.body.pipeThrough(gather), response) : response;
}

// Its name is the addresses of the engine's script and of its WebAssembly, which are asked for together: the second is much the
// larger, and the script would only ask for it once read and told to.
const [script = '', engine = ''] = self.name.split(' ');
const ask = self.fetch.bind(self);
let early: Promise<Response> | null = ask(engine);
self.fetch = (asked, options) => {
  const given = asked instanceof Request && asked.url === engine ? early : null;
  if (given) early = null;
  return given?.then(gathered) ?? ask(asked, options);
};

// Loaded as it is: a bundler would leave out a package without side effects.
await import(/* @vite-ignore */ script);
postMessage('ready');
export {};
