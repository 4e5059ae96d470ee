// Lets long computations yield to the event loop, so that a cancellation can arrive.

/** Milliseconds of work between two yields. */
const INTERVAL_MS = 30;

/** Resolves after pending events. By a message: browsers clamp nested timers to 4 ms, which would cost a tenth of the work. */
function nextMacrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** A function to call between two parts of the work; it returns a promise to await when the last yield was 30 ms ago. */
export function eventLoopYielder(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < INTERVAL_MS) return undefined;
    return nextMacrotask().then(() => {
      last = performance.now();
    });
  };
}
