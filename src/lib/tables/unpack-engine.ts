// The engine as the site keeps it, compressed by brotli, becomes the WebAssembly that it is.
import { BrotliDecStream, BrotliStreamResultCode } from 'brotli-dec-wasm/web';

/** In pieces of a megabyte: the engine sends a message for each, and thousands of messages would slow down both sides. */
const PIECE = 1_000_000;

function unpacking(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new BrotliDecStream();
  const whole = new Uint8Array(PIECE);
  let filled = 0;
  let isWhole = false;
  const send = (controller: TransformStreamDefaultController<Uint8Array>): void => {
    controller.enqueue(whole.slice(0, filled));
    filled = 0;
  };
  return new TransformStream({
    transform(piece, controller) {
      let left = piece;
      for (let more = true; more;) {
        const { code, buf, input_offset } = decoder.dec(left, PIECE - filled);
        whole.set(buf, filled);
        filled += buf.length;
        left = left.subarray(input_offset);
        if (filled === PIECE) send(controller);
        isWhole = code === BrotliStreamResultCode.ResultSuccess;
        more = code === BrotliStreamResultCode.NeedsMoreOutput;
      }
    },
    flush(controller) {
      if (!isWhole) throw new Error('the engine is cut short');
      send(controller);
      decoder.free();
    }
  });
}

/**
 * The engine's own bytes, of the type that the browser compiles while they come, whatever type the host gave.
 * A response that failed is left as it is. The decoder must have been started.
 */
export function unpacked(response: Response): Response {
  if (!response.ok || !response.body) return response;
  return new Response(response.body.pipeThrough(unpacking()), {
    headers: { 'content-type': 'application/wasm' }
  });
}
