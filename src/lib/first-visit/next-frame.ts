// Waits until what stands in the document is painted.

/** A hidden page draws no frame. */
const AT_MOST_MS = 100;

/** Resolves in a task of its own after the next frame, within 0.1 s in any case. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, AT_MOST_MS);
    requestAnimationFrame(() => {
      clearTimeout(limit);
      setTimeout(resolve);
    });
  });
}
