// How the base map is drawn, live and in SVG: thin and pale, under borders, symbols and names.
export const BASEMAP_STYLE = {
  water: { width: 2, opacity: 0.7 },
  road: { width: 0.6, opacity: 0.5 },
  main: { width: 1.3, opacity: 0.6 }
} as const;
