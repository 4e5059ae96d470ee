// How large the map of a slide is drawn, in its own pixels: the SVG is then scaled to its place, and its text with it.
import type { Size } from '$lib/map/geometry/frame';
import type { Snapshot, SnapshotFigure } from '$lib/map/svg/snapshot';

/** Of the screen, what a projected map may take: the other part is the bar and the margins. */
const PROJECTED_SHARE = 0.82;
/** A projected map is drawn no higher, so that its text of 12 px is of 16 on a screen of 900 and of 20 on one of 1080. */
const PROJECTED_HEIGHT = 540;
/** Narrower than this, a map has its legend under it; when projected, its words too. */
const BESIDE = 520;
/** In the list of steps and on paper: its width, and its width over its height at least, so that a sheet holds two. */
const STILL = { width: 528, wide: 1.2, narrow: 0.95 };

interface Place {
  /** Of the place where it stands, pixels; 0 until it is known. */
  width: number;
  /** Height of the screen; 0 until it is known. */
  screen: number;
  /** In the list of steps. */
  still: boolean;
  /** Width over height that suits the territory. */
  ratio: number;
}

export function slideSize({ width, screen, still, ratio }: Place): Size {
  if (still || width < BESIDE || screen === 0) {
    const drawn = width > 0 ? Math.min(width, STILL.width) : STILL.width;
    const flattest = drawn < BESIDE ? STILL.narrow : STILL.wide;
    return { width: drawn, height: Math.round(drawn / Math.max(ratio, still ? flattest : 0)) };
  }
  const height = PROJECTED_SHARE * screen;
  const scale = Math.max(1, Math.min(height / PROJECTED_HEIGHT, width / BESIDE));
  return { width: Math.round(width / scale), height: Math.round(height / scale) };
}

/** Beside a chart, which says the others: the first figure alone. */
export const slideFigures = ({ plain, figures }: Pick<Snapshot, 'plain' | 'figures'>): SnapshotFigure[] =>
  plain ? figures.slice(0, 1) : figures;
