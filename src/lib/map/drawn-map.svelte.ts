// A map drawn once, out of sight, to be taken away as a picture: the drawn map at a size of its own, and its legend's marks.
import { flushSync, mount, unmount } from 'svelte';
import { ratioOf, wholeView } from './frame.ts';
import type { LegendClass, LegendSymbol, Scene } from './scene.ts';
import type { Shapes } from './shapes.ts';
import type { Bounds } from './viewport.ts';

export interface DrawnMap {
  drawing: SVGSVGElement;
  legend: { label: string; color?: string; hatched?: boolean; mark?: SVGElement }[];
  /** Takes it away. */
  done: () => void;
}

const WIDTH = 900;

export async function drawnMap(
  { scene, shapes, bounds, title }: { scene: Scene; shapes: Shapes; bounds: Bounds; title: string },
  told: {
    classes: readonly LegendClass[];
    symbols: readonly LegendSymbol[];
    /** Words for the hatch; null where nothing is hidden. */
    hidden: string | null;
  }
): Promise<DrawnMap> {
  const [{ default: StaticMap }, { default: LegendSymbolMark }] = await Promise.all([
    import('./StaticMap.svelte'),
    import('./LegendSymbolMark.svelte')
  ]);
  const frame = { width: WIDTH, height: Math.round(WIDTH / ratioOf(bounds)) };
  const target = document.createElement('div');
  Object.assign(target.style, {
    ...{ position: 'fixed', left: '-9999px', top: '0' },
    ...{ width: `${frame.width}px`, height: `${frame.height}px` }
  });
  target.setAttribute('aria-hidden', 'true');
  document.body.appendChild(target);
  const none = { emphasis: null, hovered: null, selected: null, focused: null };
  const view = wholeView(bounds, frame, false);
  const made = [mount(StaticMap, { target, props: { title, view, reserved: [], scene, shapes, ...none } })];
  const symbols = told.symbols.map(({ kind, label }) => {
    const box = target.appendChild(document.createElement('span'));
    made.push(mount(LegendSymbolMark, { target: box, props: { kind } }));
    return { box, label };
  });
  flushSync();
  return {
    drawing: target.querySelector('svg') as SVGSVGElement,
    legend: [
      ...[...told.classes]
        .sort((a, b) => b.class - a.class)
        .map(({ class: rank, label }) => ({ label, color: `var(--ramp-${rank + 1})` })),
      ...(told.hidden === null ? [] : [{ label: told.hidden, hatched: true }]),
      ...symbols.map(({ box, label }) => ({ label, mark: box.querySelector('svg') as SVGElement }))
    ],
    done: () => {
      for (const one of made) void unmount(one);
      target.remove();
    }
  };
}
