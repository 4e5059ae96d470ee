// The papers that an atlas is printed on.

export const PAPERS = ['A4', 'A3'] as const;
export type Paper = (typeof PAPERS)[number];
