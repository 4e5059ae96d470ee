// Pointer input of a map, live or SVG: hover, click, drag, wheel, pinch, and strokes of a tool. One finger scrolls the page.
import type { Attachment } from 'svelte/attachments';
import type { PlaceRef } from '$lib/model/place.ts';
import type { Point } from '../geometry/viewport.ts';
import { HoverIntent } from './hover-intent.ts';
import type { GestureViewport } from './map-viewport.ts';

export interface Click {
  at: Point;
  /** With Shift, Ctrl or Cmd: in addition to what is chosen. */
  more: boolean;
}

/** A tool that takes presses and drags in place of choosing and panning. */
export interface Stroke {
  begin(at: Point): void;
  move(at: Point): void;
  end(at: Point): void;
  cancel(): void;
}

/** Points are pixels of the element. */
export interface PointerActions {
  /** The place at a point, within some pixels. */
  placeAt: (at: Point, slack: number) => PlaceRef | null;
  onhover: (ref: PlaceRef | null) => void;
  onchoose: (ref: PlaceRef | null, click: Click) => void;
  /** The viewport that gestures move; null where MapLibre handles them. */
  moved: GestureViewport | null;
  /** The tool in hand; null for none. */
  stroke: () => Stroke | null;
}

const MOUSE_SLACK = 3;
const FINGER_SLACK = 14;
/** Pixels under which a press is a click. */
export const CLICK_SLACK = 4;
/** Pixels of the wheel that double the scale. */
const WHEEL_DOUBLES = 240;
/** Attribute of the parts of the map that handle their own input. */
const OWN = '[data-own-pointer]';

const isShifted = ({ shift: [dx, dy] }: GestureViewport) => dx !== 0 || dy !== 0;

/** The wheel with Ctrl, and two fingers. Only where they are used: non-passive listeners delay the browser's own scrolling. */
function zoomByInput(
  element: HTMLElement,
  moved: GestureViewport,
  {
    at,
    isPainting,
    signal
  }: {
    at: (on: { clientX: number; clientY: number }) => Point;
    isPainting: () => boolean;
    signal: AbortSignal;
  }
): void {
  let pinch: { middle: Point; span: number } | null = null;
  const wheel = (event: WheelEvent) => {
    if (isPainting() || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    moved.zoomBy(2 ** (-event.deltaY / WHEEL_DOUBLES), at(event));
  };
  const touch = (event: TouchEvent) => {
    const [one, two] = event.touches;
    if (isPainting() || !one || !two) {
      if (pinch) moved.hold?.(false);
      return void (pinch = null);
    }
    event.preventDefault();
    if (!pinch) moved.hold?.(true);
    const [a, b] = [at(one), at(two)];
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const span = Math.hypot(a[0] - b[0], a[1] - b[1]);
    if (pinch) {
      moved.pan(middle[0] - pinch.middle[0], middle[1] - pinch.middle[1]);
      moved.zoomBy(span / Math.max(1, pinch.span), middle);
    }
    pinch = { middle, span };
  };
  element.addEventListener('wheel', wheel, { signal, passive: false });
  for (const type of ['touchstart', 'touchmove', 'touchend'] as const)
    element.addEventListener(type, touch, { signal, passive: false });
}

/** A map moved under the mouse, from a press that is no click. */
class Drag {
  #pressed: Point = [0, 0];
  #moved: GestureViewport | null = null;

  constructor(
    readonly element: HTMLElement,
    readonly onstart: () => void
  ) {}

  press({ clientX, clientY }: MouseEvent): void {
    this.#pressed = [clientX, clientY];
  }

  start(moved: GestureViewport | null): void {
    this.#moved = moved;
  }

  /** Pixels since the press. */
  since({ clientX, clientY }: MouseEvent): Point {
    return [clientX - this.#pressed[0], clientY - this.#pressed[1]];
  }

  /** @returns whether the map is being dragged */
  move(event: PointerEvent): boolean {
    if (!this.#moved) return false;
    const by = this.since(event);
    if (!isShifted(this.#moved)) {
      if (Math.hypot(...by) <= CLICK_SLACK) return false;
      this.element.setPointerCapture(event.pointerId);
      this.element.style.cursor = 'grabbing';
      this.#moved.hold?.(true);
      this.onstart();
    }
    this.#moved.shift = by;
    return true;
  }

  end(): void {
    const viewport = this.#moved;
    this.#moved = null;
    if (!viewport || !isShifted(viewport)) return;
    const [dx, dy] = viewport.shift;
    viewport.shift = [0, 0];
    viewport.pan(dx, dy);
    viewport.hold?.(false);
    this.element.style.cursor = '';
  }
}

export function mapPointer({
  placeAt,
  onhover,
  onchoose,
  moved,
  stroke
}: PointerActions): Attachment<HTMLElement> {
  return (element) => {
    const hover = new HoverIntent(element, onhover);
    const drag = new Drag(element, () => hover.hover(null));
    let painting: Stroke | null = null;

    const at = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const box = element.getBoundingClientRect();
      return [clientX - box.left, clientY - box.top];
    };
    const owned = (event: Event) => event.target instanceof Element && event.target.closest(OWN) !== null;

    const down = (event: PointerEvent) => {
      drag.press(event);
      if (event.button !== 0 || owned(event) || painting) return;
      painting = stroke();
      if (painting) {
        element.setPointerCapture(event.pointerId);
        painting.begin(at(event));
      } else if (event.pointerType === 'mouse') drag.start(moved);
    };
    const move = (event: PointerEvent) => {
      if (painting) return painting.move(at(event));
      if (drag.move(event) || event.pointerType !== 'mouse') return;
      const ref = owned(event) ? null : placeAt(at(event), MOUSE_SLACK);
      element.style.cursor = ref && !stroke() ? 'pointer' : '';
      hover.over(ref, event);
    };
    const up = (event: PointerEvent) => {
      const tool = painting;
      painting = null;
      tool?.end(at(event));
      drag.end();
    };
    const cancel = () => {
      const tool = painting;
      painting = null;
      tool?.cancel();
      drag.end();
    };
    const click = (event: MouseEvent) => {
      if (stroke() || owned(event) || hover.isOnTooltip(event)) return;
      if (Math.hypot(...drag.since(event)) > CLICK_SLACK) return;
      const finger = event instanceof PointerEvent && event.pointerType === 'touch';
      const ref = placeAt(at(event), finger ? FINGER_SLACK : MOUSE_SLACK);
      hover.hover(ref);
      onchoose(ref, { at: at(event), more: event.shiftKey || event.ctrlKey || event.metaKey });
    };
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', cancel, { signal });
    element.addEventListener('pointerleave', (event) => hover.over(null, event), { signal });
    element.addEventListener('click', click, { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && hover.dismiss(), { signal });
    if (moved) zoomByInput(element, moved, { at, isPainting: () => stroke() !== null, signal });
    return () => {
      stop.abort();
      hover.stop();
    };
  };
}
