// What the controls of a map need of its viewport, whether MapLibre moves it or the frame itself does.
import type { Size } from '../geometry/frame.ts';
import type { Point, Viewport } from '../geometry/viewport.ts';

export type ZoomTo = 'in' | 'out' | 'whole';

export interface MapViewport {
  /** Size of the frame, bound to its element: pixels. */
  frame: Size;
  /** On paper the whole territory is shown. */
  printing: boolean;
  /** The view of the whole territory, and the view now. */
  readonly whole: Viewport;
  readonly now: Viewport;
  /** The middle of what is seen, in pixels of the whole view. */
  readonly middle: Point;
  zoom(to: ZoomTo): void;
  /** Moves a point of the whole view into sight. */
  bringIn(at: Point): void;
}

/** A viewport that the frame's own gestures move. */
export interface GestureViewport extends MapViewport {
  /** Pixels that a drag under way has moved the drawing by; the view follows when it ends. */
  shift: Point;
  /** A drag or a pinch begins, or ends. */
  hold?(on: boolean): void;
  pan(dx: number, dy: number): void;
  /** Comes closer, or goes back, with what is at a pixel staying there. */
  zoomBy(factor: number, at: Point): void;
}
