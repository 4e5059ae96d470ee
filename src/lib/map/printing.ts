// Tells when the page is about to be printed, and when it is a screen again.

/** Calls back at once on each change. Returns the way to stop. */
export function watchPrinting(callback: (printing: boolean) => void): () => void {
  const media = matchMedia('print');
  const start = () => callback(true);
  const end = () => callback(false);
  const change = () => callback(media.matches);
  addEventListener('beforeprint', start);
  addEventListener('afterprint', end);
  media.addEventListener('change', change);
  return () => {
    removeEventListener('beforeprint', start);
    removeEventListener('afterprint', end);
    media.removeEventListener('change', change);
  };
}
