// The gestures of the map of sectors: a click, a stroke of the brush, a rectangle, a lasso.
import type { Attachment } from 'svelte/attachments';
import type { SectorTool } from '../state/painter.svelte.ts';
import { polygonOf, contains } from '$lib/map/geometry/plane.ts';
import type { Point } from '$lib/map/geometry/viewport.ts';

export interface SectorTarget {
  uais: readonly string[];
  at: Point;
}

export interface SectorEvents {
  tool: () => SectorTool;
  /** Radius of the brush, pixels; 0 paints what is under the pointer. */
  radius: () => number;
  /** Places in pixels of the element. */
  targets: () => readonly SectorTarget[];
  onhover: (uais: readonly string[] | null) => void;
  /** `more`: as well as those looked at already. */
  onlook: (uais: readonly string[] | null, more: boolean) => void;
  onbegin: () => void;
  onpaint: (uais: readonly string[]) => void;
  onend: () => void;
  /** Outline of the rectangle or lasso being drawn; null when it ends. */
  ontrace: (outline: readonly Point[] | null) => void;
}

const STILL = 4;

function rectangle([x, y]: Point, [u, v]: Point): Point[] {
  return [[x, y], [u, y], [u, v], [x, v]]; // prettier-ignore
}

export function sectorPointer(events: SectorEvents): Attachment<HTMLElement> {
  return (element) => {
    let outline: Point[] = [];
    let pressed: Point | null = null;
    const at = (event: PointerEvent): Point => {
      const box = element.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    const under = (event: PointerEvent): readonly string[] | null => {
      const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-cell]');
      return cell instanceof SVGElement ? (cell.dataset['cell'] ?? '').split(' ') : null;
    };
    const brushed = (event: PointerEvent): string[] => {
      const [x, y] = at(event);
      const radius = events.radius();
      const near = events
        .targets()
        .filter((target) => Math.hypot(target.at[0] - x, target.at[1] - y) <= radius);
      return [...new Set([...(under(event) ?? []), ...near.flatMap(({ uais }) => uais)])];
    };
    const shapeTo = (point: Point) =>
      events.tool() === 'rectangle' ? rectangle(outline[0] ?? point, point) : [...outline, point];

    const down = (event: PointerEvent) => {
      if (event.button !== 0 || (event.target as Element).closest('[data-own-pointer]')) return;
      pressed = at(event);
      outline = [pressed];
      if (events.tool() === 'look') return;
      element.setPointerCapture(event.pointerId);
      events.onbegin();
      if (events.tool() === 'brush') events.onpaint(brushed(event));
    };
    const move = (event: PointerEvent) => {
      const tool = events.tool();
      if (!pressed || tool === 'look') return events.onhover(under(event));
      if (tool === 'brush') return events.onpaint(brushed(event));
      if (tool === 'lasso') outline.push(at(event));
      events.ontrace(shapeTo(at(event)));
    };
    const up = (event: PointerEvent) => {
      if (!pressed) return;
      const tool = events.tool();
      // A lasso may end where it began.
      const [x, y] = pressed;
      const moved = [...outline, at(event)].some(([u, v]) => Math.hypot(u - x, v - y) > STILL);
      if (tool === 'look' && !moved)
        events.onlook(under(event), event.shiftKey || event.ctrlKey || event.metaKey);
      if ((tool === 'rectangle' || tool === 'lasso') && moved) {
        const polygon = polygonOf([shapeTo(at(event))]);
        events.onpaint(
          events
            .targets()
            .filter((target) => contains(polygon, target.at))
            .flatMap(({ uais }) => uais)
        );
      } else if (tool !== 'look' && tool !== 'brush') events.onpaint(under(event) ?? []);
      cancel();
    };
    const cancel = () => {
      if (pressed && events.tool() !== 'look') events.onend();
      pressed = null;
      outline = [];
      events.ontrace(null);
    };
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', cancel, { signal });
    element.addEventListener('pointerleave', () => events.onhover(null), { signal });
    return () => stop.abort();
  };
}
