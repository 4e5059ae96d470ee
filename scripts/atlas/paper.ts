// The papers that an atlas is printed on.

export const PAPERS = ['A4', 'A3'] as const;
export type Paper = (typeof PAPERS)[number];

/** A3 is A4 once more, larger by √2: the sheet and its margins grow alike, with a hair of room to spare. */
export const LARGER: Partial<Record<Paper, string>> = {
  A3: `@page { size: A3; margin: 14.1mm 17mm } @media print { html { zoom: 1.38 } }`
};
