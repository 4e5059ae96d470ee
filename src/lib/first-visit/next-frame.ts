// Waits until what stands in the document is on screen.

/** A page that is not shown draws no frame. */
const AT_MOST_MS = 100;

/** Resolves in a task of its own after the next frame, or before long where none comes. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, AT_MOST_MS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(resolve);
    });
  });
}
