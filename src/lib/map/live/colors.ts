// The tokens that WebGL needs as values: read from the page, and again when the theme changes.

const TOKENS = {
  surface: '--surface',
  ink: '--ink',
  ink3: '--ink-3',
  rule: '--rule-2',
  outside: '--outside',
  outsideLine: '--outside-line',
  halo: '--halo',
  hatch: '--hatch',
  accent: '--accent',
  followed: '--ramp-4'
} as const;

export type MapColors = Record<keyof typeof TOKENS, string> & { ramp: readonly string[] };

export function readColors(element: Element): MapColors {
  const style = getComputedStyle(element);
  const read = (token: string) => style.getPropertyValue(token).trim() || '#888888';
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, read(token)]);
  return {
    ...(Object.fromEntries(entries) as Record<keyof typeof TOKENS, string>),
    ramp: [1, 2, 3, 4, 5].map((step) => read(`--ramp-${step}`))
  };
}

/** Calls back whenever the page's theme may have changed. Returns the way to stop. */
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
