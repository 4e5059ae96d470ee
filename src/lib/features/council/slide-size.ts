// How large the map of a slide is drawn, in its own pixels: the SVG is then scaled to its place, and its text with it.
import type { Size } from '$lib/map/geometry/frame';

/** Of the screen, what a projected map may take: the other part is the bar and the margins. */
const PROJECTED_SHARE = 0.82;
/** A projected map is drawn no higher, so that its text of 12 px is of 16 on a screen of 900 and of 20 on one of 1080. */
const PROJECTED_HEIGHT = 540;
/** In the list, and on paper. */
const STILL_WIDTH = 420;
/** Narrower than this, a projected map has its legend under it, and its words too. */
const BESIDE = 520;

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
    const drawn = width > 0 ? Math.min(width, STILL_WIDTH) : STILL_WIDTH;
    return { width: drawn, height: Math.round(drawn / ratio) };
  }
  const height = PROJECTED_SHARE * screen;
  const scale = Math.max(1, Math.min(height / PROJECTED_HEIGHT, width / BESIDE));
  return { width: Math.round(width / scale), height: Math.round(height / scale) };
}
