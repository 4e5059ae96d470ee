// The frame of a map: its proportions, the view of the whole territory, and the corners that labels keep clear of.
import { boxTouches, polygonOnScreen, type Box } from './polygons.ts';
import type { Shapes } from './shapes.ts';
import { fit, type Bounds, type Viewport } from './viewport.ts';

export interface Size {
  width: number;
  height: number;
}

/** Room beside the territory for leaders and their labels. */
const SIDE_ROOM = 1.2;
const FLATTEST = 1.6;
const TALLEST = 0.62;
const EDGE = 10;
/** Narrower maps have their legend under them. */
const CORNER_FROM = 520;
const PRERENDER_WIDTHS = { wide: 552, narrow: 328 } as const;
/** How far a live map may go from the whole territory: zoom levels back, and degrees around its bounds. */
export const LIVE_LIMITS = { farther: 0.4, around: 0.2 } as const;
/** Room kept for the legend before it is measured. */
export const PRERENDER_CORNER: Size = { width: 216, height: 292 };
const BUTTONS = { width: 140, height: 84 };
/** The switch of the ground and its credit. */
const SWITCH = { width: 290, height: 34 };

/** Width over height that suits the territory. */
export function ratioOf(bounds: Bounds): number {
  const whole = fit(bounds, 1000, 1000, { top: 0, right: 0, bottom: 0, left: 0 });
  const [west, south, east, north] = bounds;
  const wide = ((east - west) / 360) * whole.world;
  const high = fit([west, south, west + 1e-9, north], 1000, 1000, {
    top: 0,
    right: 0,
    bottom: 0,
    left: 0
  }).world;
  return Math.min(FLATTEST, Math.max(TALLEST, ((wide / whole.world) * high * SIDE_ROOM) / 1000));
}

/** Frames drawn before the page's width is known. */
export function prerenderFrame(bounds: Bounds, kind: keyof typeof PRERENDER_WIDTHS): Size {
  const width = PRERENDER_WIDTHS[kind];
  return { width, height: Math.round(width / ratioOf(bounds)) };
}

/** The whole territory; spare width goes to the left, where the legend and most leaders stand. */
export function wholeView(bounds: Bounds, { width, height }: Size, corner: boolean): Viewport {
  const lean = corner && width >= CORNER_FROM ? 1 : 0.7;
  return fit(bounds, width, height, { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE }, lean);
}

/** Its legend and the switch of its ground stand over it: under a narrower one. */
export const isWide = ({ width }: Size): boolean => width >= CORNER_FROM;

/** Whether a legend in the top left corner would stand over a commune of intervention; one under the map is measured as the widest that it may be. */
export function coversTerritory(view: Viewport, { communes }: Shapes, { width, height }: Size): boolean {
  const legend = {
    left: 0,
    top: 0,
    right: Math.min(width, PRERENDER_CORNER.width) - EDGE,
    bottom: height - EDGE
  };
  return communes.features.some(
    ({ geometry, properties }) =>
      properties.intervention && boxTouches(polygonOnScreen(view, geometry), legend)
  );
}

/** The bottom left corner of a wide map that has a ground. */
export const switchBoxes = (frame: Size): Box[] =>
  isWide(frame)
    ? [{ left: 0, right: SWITCH.width, top: frame.height - SWITCH.height, bottom: frame.height }]
    : [];

/** Boxes that labels keep clear of: the legend at the top left, buttons and scale at the bottom right. */
export function reservedBoxes(frame: Size, corner: Size | null): Box[] {
  const boxes: Box[] = [
    {
      left: frame.width - BUTTONS.width,
      right: frame.width,
      top: frame.height - BUTTONS.height,
      bottom: frame.height
    }
  ];
  if (corner && isWide(frame)) {
    boxes.push({ left: 0, top: 0, right: corner.width + EDGE, bottom: corner.height + EDGE });
  }
  return boxes;
}
