// In the page: times each key press to the last change of the DOM, to the map's raster and to the presented frame.

/** Milliseconds since the key press was handled. */
export interface Sample {
  /** Figures, charts, table and map labels stand in the DOM. */
  dom: number;
  /** From there: the map is drawn, down to its last pixel; null where it was left to the browser. */
  raster: number | null;
  /** From the press to the frame on screen, as the browser tells it, in steps of 8 ms; null while pixels are read. */
  frame: number | null;
}

export interface Probe {
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

/**
 * Self-contained: it is sent to the page as text.
 * `least`: frames that take less are not reported by the browser; `settle`: how long to wait for its report; both in ms
 */
export function installProbe([least, settle]: readonly [least: number, settle: number]): void {
  const canvas = document.querySelector<HTMLCanvasElement>('[data-map-state] canvas');
  const gl = canvas?.getContext('webgl2');
  if (!canvas || !gl) throw new Error('no live map to measure');
  const pixel = new Uint8Array(4);
  const frames: PerformanceEntry[] = [];
  const keep = (entries: PerformanceEntryList) =>
    frames.push(...entries.filter(({ name }) => name === 'keydown'));
  const frameTimes = new PerformanceObserver((list) => keep(list.getEntries()));
  frameTimes.observe({ type: 'event', durationThreshold: least } as PerformanceObserverInit);

  let armed: { pixels: boolean; redraw: boolean } | null = null;
  let pending: Promise<Sample> = new Promise(() => undefined);

  /** The map asks for its frame before this is called, so that it is drawn when ours comes. */
  function raster(changed: number, pixels: boolean): Promise<number | null> {
    return new Promise((resolve) =>
      requestAnimationFrame(() => {
        if (pixels) gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
        resolve(pixels ? performance.now() - changed : null);
      })
    );
  }

  async function frame(pressed: number): Promise<number> {
    await new Promise((resolve) => setTimeout(resolve, settle));
    keep(frameTimes.takeRecords());
    return frames.findLast(({ startTime }) => Math.abs(startTime - pressed) < 1)?.duration ?? least;
  }

  async function follow(changed: Promise<number>, start: number, pressed: number, pixels: boolean) {
    const at = await changed;
    const drawn = await raster(at, pixels);
    return { dom: at - start, raster: drawn, frame: pixels ? null : await frame(pressed) };
  }

  /** When the first run of changes to the document is over: Svelte writes them all in one go. */
  function domChanged(): Promise<number> {
    return new Promise((resolve) => {
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

  window.benchProbe = { arm: (options) => (armed = options), sample: () => pending };
}
