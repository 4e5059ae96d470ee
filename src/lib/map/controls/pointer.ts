// Mouse and finger on a map: what is under them, hovered or chosen. A drag chooses nothing.
import type { Attachment } from 'svelte/attachments';
import type { PlaceRef } from '$lib/model/place.ts';
import { HoverIntent } from './hover-intent.ts';
import type { Point } from '../geometry/viewport.ts';

export interface PointerEvents {
  /** The place at a point of the element, within some pixels. */
  under: (at: Point, slack: number) => PlaceRef | null;
  onpoint: (ref: PlaceRef | null) => void;
  onchoose: (ref: PlaceRef | null) => void;
}

const MOUSE_SLACK = 3;
const FINGER_SLACK = 14;
const STILL = 4;
/** Parts of the map that answer for themselves carry this attribute. */
const OWN = '[data-own-pointer]';

export function followPointer({ under, onpoint, onchoose }: PointerEvents): Attachment<HTMLElement> {
  return (element) => {
    let pressed: Point = [0, 0];
    const hover = new HoverIntent(element, onpoint);
    const owned = (event: Event) => event.target instanceof Element && event.target.closest(OWN) !== null;
    const place = (event: MouseEvent, slack: number) => {
      const box = element.getBoundingClientRect();
      return under([event.clientX - box.left, event.clientY - box.top], slack);
    };
    const down = (event: PointerEvent) => (pressed = [event.clientX, event.clientY]);
    const move = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return;
      const ref = owned(event) ? null : place(event, MOUSE_SLACK);
      element.style.cursor = ref ? 'pointer' : '';
      hover.over(ref, event);
    };
    const leave = (event: PointerEvent) => hover.over(null, event);
    const silence = ({ key }: KeyboardEvent) => key === 'Escape' && hover.silence();
    const click = (event: MouseEvent) => {
      if (
        owned(event) ||
        hover.holds(event) ||
        Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > STILL
      )
        return;
      const touch = event instanceof PointerEvent && event.pointerType === 'touch';
      const ref = place(event, touch ? FINGER_SLACK : MOUSE_SLACK);
      hover.tell(ref);
      onchoose(ref);
    };
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    element.addEventListener('click', click, { signal });
    document.addEventListener('keydown', silence, { signal });
    return () => {
      stop.abort();
      hover.stop();
    };
  };
}
