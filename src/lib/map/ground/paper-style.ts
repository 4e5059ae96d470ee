// Lines of the ground in SVG, from the first drawn to the last: widths in pixels on a map of the whole territory.
import type { PaperFeature } from './ground.svelte.ts';

export interface PaperLine {
  kind: Exclude<PaperFeature['properties']['kind'], 'water' | 'number'>;
  width: number;
  /** Where lines stand for the whole width of a river. */
  wide?: number;
  /** Tokens. */
  color: string;
  edge?: string;
  /** Of both edges together. */
  casing: number;
  dash?: string;
}

export const LINE_STYLES: readonly PaperLine[] = [
  { kind: 'river', width: 1.1, wide: 1.7, color: '--water', edge: '--water-edge', casing: 0.9 },
  { kind: 'canal', width: 1.1, wide: 3.6, color: '--water', edge: '--water-edge', casing: 1.4 },
  { kind: 'primary', width: 0.7, color: '--road', edge: '--road-edge', casing: 0.7 },
  { kind: 'trunk', width: 1.2, color: '--road', edge: '--road-edge', casing: 1.1 },
  { kind: 'motorway', width: 2, color: '--road', edge: '--road-edge', casing: 1.6 },
  { kind: 'tram', width: 1.2, color: '--tram', casing: 0, dash: '0.1 3.6' }
];

/** Metres a pixel at which lines have the widths above. */
const WHOLE = 45;
const SLOPE = 0.45;
const NARROWEST = 0.7;
const WIDEST = 3.2;

/** How many times wider lines are on a closer map. @param metres that one pixel covers */
export const paperScale = (metres: number): number =>
  Math.min(WIDEST, Math.max(NARROWEST, (WHOLE / metres) ** SLOPE));
