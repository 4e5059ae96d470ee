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

export function mapPointer({
  placeAt,
  onhover,
  onchoose,
  moved,
  stroke
}: PointerActions): Attachment<HTMLElement> {
  return (element) => {
    const hover = new HoverIntent(element, onhover);
    let pressed: Point = [0, 0];
    let dragged: GestureViewport | null = null;
    let painting: Stroke | null = null;
    let pinch: { middle: Point; span: number } | null = null;

    const at = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const box = element.getBoundingClientRect();
      return [clientX - box.left, clientY - box.top];
    };
    const owned = (event: Event) => event.target instanceof Element && event.target.closest(OWN) !== null;
    const sincePress = (event: MouseEvent): Point => [event.clientX - pressed[0], event.clientY - pressed[1]];
    const isShifted = ({ shift: [dx, dy] }: GestureViewport) => dx !== 0 || dy !== 0;

    const down = (event: PointerEvent) => {
      pressed = [event.clientX, event.clientY];
      if (event.button !== 0 || owned(event) || painting) return;
      painting = stroke();
      if (painting) {
        element.setPointerCapture(event.pointerId);
        painting.begin(at(event));
      } else if (event.pointerType === 'mouse') dragged = moved;
    };
    /** @returns whether the map is being dragged */
    const drag = (event: PointerEvent): boolean => {
      if (!dragged) return false;
      const by = sincePress(event);
      if (!isShifted(dragged)) {
        if (Math.hypot(...by) <= CLICK_SLACK) return false;
        element.setPointerCapture(event.pointerId);
        element.style.cursor = 'grabbing';
        hover.hover(null);
      }
      dragged.shift = by;
      return true;
    };
    const move = (event: PointerEvent) => {
      if (painting) return painting.move(at(event));
      if (drag(event) || event.pointerType !== 'mouse') return;
      const ref = owned(event) ? null : placeAt(at(event), MOUSE_SLACK);
      element.style.cursor = ref && !stroke() ? 'pointer' : '';
      hover.over(ref, event);
    };
    const endDrag = () => {
      const viewport = dragged;
      dragged = null;
      if (!viewport || !isShifted(viewport)) return;
      const [dx, dy] = viewport.shift;
      viewport.shift = [0, 0];
      viewport.pan(dx, dy);
      element.style.cursor = '';
    };
    const up = (event: PointerEvent) => {
      const tool = painting;
      painting = null;
      tool?.end(at(event));
      endDrag();
    };
    const cancel = () => {
      const tool = painting;
      painting = null;
      tool?.cancel();
      endDrag();
    };
    const click = (event: MouseEvent) => {
      if (stroke() || owned(event) || hover.isOnTooltip(event)) return;
      if (Math.hypot(...sincePress(event)) > CLICK_SLACK) return;
      const finger = event instanceof PointerEvent && event.pointerType === 'touch';
      const ref = placeAt(at(event), finger ? FINGER_SLACK : MOUSE_SLACK);
      hover.hover(ref);
      onchoose(ref, { at: at(event), more: event.shiftKey || event.ctrlKey || event.metaKey });
    };
    const wheel = (event: WheelEvent) => {
      if (!moved || stroke() || (!event.ctrlKey && !event.metaKey)) return;
      event.preventDefault();
      moved.zoomBy(2 ** (-event.deltaY / WHEEL_DOUBLES), at(event));
    };
    const touch = (event: TouchEvent) => {
      const [one, two] = event.touches;
      if (!moved || stroke() || !one || !two) return void (pinch = null);
      event.preventDefault();
      const [a, b] = [at(one), at(two)];
      const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const span = Math.hypot(a[0] - b[0], a[1] - b[1]);
      if (pinch) {
        moved.pan(middle[0] - pinch.middle[0], middle[1] - pinch.middle[1]);
        moved.zoomBy(span / Math.max(1, pinch.span), middle);
      }
      pinch = { middle, span };
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
    // Only where they are used: non-passive listeners delay the browser's own scrolling.
    if (moved) {
      element.addEventListener('wheel', wheel, { signal, passive: false });
      for (const type of ['touchstart', 'touchmove', 'touchend'] as const)
        element.addEventListener(type, touch, { signal, passive: false });
    }
    return () => {
      stop.abort();
      hover.stop();
    };
  };
}
