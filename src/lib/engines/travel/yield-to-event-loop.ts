// Long work looks at the outside world now and then, so that a cancel can arrive.

/** Milliseconds of work between two looks. */
const BREATH = 30;

/** Lets messages through. A message to oneself: browsers make nested timers wait for 4 ms, a tenth of the work. */
function letThrough(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** A function to call between two pieces of work: it waits when it is time to. */
export function breather(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < BREATH) return undefined;
    return letThrough().then(() => {
      last = performance.now();
    });
  };
}
