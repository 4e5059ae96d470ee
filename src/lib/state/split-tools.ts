// What the pointer does on the map of sectors.

export const TOOLS = ['look', 'brush', 'rectangle', 'lasso'] as const;
export type SectorTool = (typeof TOOLS)[number];
