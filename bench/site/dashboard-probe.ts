// In the page: times each key press to the last change of the DOM, to the map's raster and to the presented frame.

/** Milliseconds since the key press was handled. */
export interface Sample {
  /** Figures, charts, table and map labels stand in the DOM. */
  dom: number;
  /** From there: the map is drawn, down to its last pixel; null where it was left to the browser. */
  raster: number | null;
  /** From the press to the frame on screen, as the browser tells it in steps of 8 ms; null when it does not. */
  frame: number | null;
}

export interface Probe {
  rest: () => Promise<void>;
  /** Readies the next key press. `pixels`: wait for the raster, which delays the frame. `redraw`: only draw the map again. */
  arm: (options: { pixels: boolean; redraw: boolean }) => void;
  /** The sample of the last key press. */
  sample: () => Promise<Sample>;
}

declare global {
  interface Window {
    benchProbe: Probe;
  }
}

/** Self-contained, since it is sent to the page as text. `patience`: how long a frame is waited for, in ms. */
export function installProbe(patience: number): void {
  const canvas = document.querySelector<HTMLCanvasElement>('[data-map-state] canvas');
  const gl = canvas?.getContext('webgl2');
  if (!canvas || !gl) throw new Error('no live map to measure');
  const pixel = new Uint8Array(4);
  const frames: PerformanceEntry[] = [];
  const keep = (entries: PerformanceEntryList) =>
    frames.push(...entries.filter(({ name }) => name === 'keydown'));
  const frameTimes = new PerformanceObserver((list) => keep(list.getEntries()));
  frameTimes.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);

  let armed: { pixels: boolean; redraw: boolean } | null = null;
  let pending: Promise<Sample> = new Promise(() => undefined);

  /** Takes its place behind the map, which may ask for its frame in a later microtask than the document's changes. */
  function lastOfFrame(work: () => void): void {
    let request = requestAnimationFrame(done);
    const later = setTimeout(() => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(done);
    });
    function done() {
      clearTimeout(later);
      work();
    }
  }

  function raster(changed: number, pixels: boolean): Promise<number | null> {
    // The map follows the document in a task of its own, which was asked for before this one.
    return new Promise((resolve) =>
      setTimeout(() =>
        lastOfFrame(() => {
          if (pixels) gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
          resolve(pixels ? performance.now() - changed : null);
        })
      )
    );
  }

  /** The browser tells a frame once it is on screen, often long after. */
  async function frame(pressed: number): Promise<number | null> {
    for (let waited = 0; waited < patience; waited += 50) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      keep(frameTimes.takeRecords());
      const entry = frames.find(({ startTime }) => Math.abs(startTime - pressed) < 1);
      if (entry) return entry.duration;
    }
    return null;
  }

  async function follow(changed: Promise<number>, start: number, pressed: number, pixels: boolean) {
    const at = await changed;
    const drawn = await raster(at, pixels);
    return { dom: at - start, raster: drawn, frame: pixels ? null : await frame(pressed) };
  }

  /** When the first run of changes to the document is over: Svelte writes them all in one go. */
  function domChanged(): Promise<number> {
    return new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('a press changed nothing')), patience);
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
  }

  addEventListener(
    'keydown',
    (event) => {
      if (!armed) return;
      const { pixels, redraw } = armed;
      armed = null;
      const start = performance.now();
      if (redraw) canvas.dispatchEvent(new CustomEvent('redraw', { bubbles: true }));
      const changed = redraw ? Promise.resolve(performance.now()) : domChanged();
      pending = follow(changed, start, event.timeStamp, pixels);
    },
    { capture: true }
  );

  /** Nothing of what came before is still being drawn. */
  async function rest(): Promise<void> {
    for (let frame = 0; frame < 3; frame += 1) await raster(0, true);
    frames.length = 0;
  }

  window.benchProbe = { rest, arm: (options) => (armed = options), sample: () => pending };
}
