// Changes of the page that a map must follow: print, the reader's text spacing, the theme. Each function returns the way to stop.

/** Calls back at once when the page is about to be printed (true), and when it is a screen again. */
export function watchPrinting(callback: (printing: boolean) => void): () => void {
  const media = matchMedia('print');
  const start = () => callback(true);
  const end = () => callback(false);
  const change = () => callback(media.matches);
  addEventListener('beforeprint', start, true);
  addEventListener('afterprint', end);
  media.addEventListener('change', change);
  return () => {
    removeEventListener('beforeprint', start, true);
    removeEventListener('afterprint', end);
    media.removeEventListener('change', change);
  };
}

/**
 * Calls back before the first frame, and whenever the page's text takes more or less room, with whether the reader spaces text more than the
 * page does (RGAA 10.12): labels then keep the width they were placed for. Only then: letters stretched to a computed width are drawn less
 * well.
 */
export function watchTextSpacing(callback: (spaced: boolean) => void): () => void {
  const text = new ResizeObserver(() => callback(getComputedStyle(document.body).letterSpacing !== 'normal'));
  text.observe(document.body);
  return () => text.disconnect();
}

/** Calls back whenever the page's theme may have changed. */
export function watchTheme(callback: () => void): () => void {
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'class', 'style']
  });
  scheme.addEventListener('change', callback);
  return () => {
    observer.disconnect();
    scheme.removeEventListener('change', callback);
  };
}
