// A drawn map moved by hand: a drag of the mouse, Ctrl and the wheel, two fingers. One finger scrolls the page.
import type { Attachment } from 'svelte/attachments';
import type { SvgViewport } from '../svg/svg-viewport.svelte.ts';
import type { Point } from '../geometry/viewport.ts';

const OWN = '[data-own-pointer]';
/** Pixels under which a press is a click. */
const STILL = 4;
/** Pixels of the wheel that double the scale. */
const WHEEL = 240;

export function moveByHand(view: SvgViewport): Attachment<HTMLElement> {
  return (element) => {
    let pressed: Point | null = null;
    let pinch: { middle: Point; span: number } | null = null;
    const at = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const box = element.getBoundingClientRect();
      return [clientX - box.left, clientY - box.top];
    };
    const down = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || event.button !== 0) return;
      if (event.target instanceof Element && event.target.closest(OWN)) return;
      pressed = [event.clientX, event.clientY];
    };
    const move = (event: PointerEvent) => {
      if (!pressed) return;
      const by: Point = [event.clientX - pressed[0], event.clientY - pressed[1]];
      if (view.shift[0] === 0 && view.shift[1] === 0 && Math.hypot(...by) <= STILL) return;
      if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
      element.style.cursor = 'grabbing';
      view.shift = by;
    };
    const up = () => {
      pressed = null;
      const [dx, dy] = view.shift;
      if (dx === 0 && dy === 0) return;
      view.shift = [0, 0];
      view.pan(dx, dy);
      element.style.cursor = '';
    };
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      view.zoomBy(2 ** (-event.deltaY / WHEEL), at(event));
    };
    const touch = (event: TouchEvent) => {
      const [one, two] = event.touches;
      if (!one || !two) return void (pinch = null);
      event.preventDefault();
      const [a, b] = [at(one), at(two)];
      const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const span = Math.hypot(a[0] - b[0], a[1] - b[1]);
      if (pinch) {
        view.pan(middle[0] - pinch.middle[0], middle[1] - pinch.middle[1]);
        view.zoomBy(span / Math.max(1, pinch.span), middle);
      }
      pinch = { middle, span };
    };
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', up, { signal });
    element.addEventListener('wheel', wheel, { signal, passive: false });
    for (const type of ['touchstart', 'touchmove', 'touchend'] as const)
      element.addEventListener(type, touch, { signal, passive: false });
    return () => stop.abort();
  };
}
