// The outputs that are pages to print, by the word of their address: `/bilan/?vue=rapport`.
const OUTPUT_VIEWS = ['rapport', 'publique'] as const;
export type OutputView = (typeof OUTPUT_VIEWS)[number];

export const outputViewOf = (params: URLSearchParams): OutputView | null =>
  OUTPUT_VIEWS.find((view) => view === params.get('vue')) ?? null;

/** Under the base of the site. */
export const outputAddress = (view: OutputView): string => `/bilan/?vue=${view}`;
