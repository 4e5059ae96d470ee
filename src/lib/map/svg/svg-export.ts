// A drawing of the page as SVG text that needs nothing of the page: colours and type written in it, in the light theme.
import { mount, unmount, type ComponentProps } from 'svelte';
import type SnapshotSvg from './SnapshotSvg.svelte';

/** What a drawing is made of, and what each is when nothing is said. */
const PROPERTIES: Record<string, string> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'stroke-dasharray': 'none',
  opacity: '1',
  'paint-order': 'normal',
  'text-anchor': 'start',
  'font-size': '',
  'font-weight': ''
};
const TEXT_ONLY = new Set(['font-size', 'font-weight', 'text-anchor']);
const SHAPES = 'path, rect, circle, text, tspan, line, ellipse';

/** Writes what is computed into the copy, element by element; both trees have the same elements in the same order. */
function inline(drawn: SVGSVGElement, copy: SVGSVGElement): void {
  const targets = copy.querySelectorAll(SHAPES);
  drawn.querySelectorAll(SHAPES).forEach((element, at) => {
    const target = targets[at];
    if (!target) return;
    const style = getComputedStyle(element);
    const text = element.matches('text, tspan');
    for (const [name, usual] of Object.entries(PROPERTIES)) {
      if (TEXT_ONLY.has(name) && !text) continue;
      const value = style.getPropertyValue(name);
      if (value === usual) target.removeAttribute(name);
      else target.setAttribute(name, value.replaceAll('"', ''));
    }
  });
  // What a group says for its shapes is written in each; it would speak for those that say nothing because they are as usual.
  for (const group of copy.querySelectorAll('g'))
    for (const name of Object.keys(PROPERTIES)) if (name !== 'opacity') group.removeAttribute(name);
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    element.removeAttribute('class');
    element.removeAttribute('style');
    element.removeAttribute('aria-hidden');
  }
  // A drawing within the drawing fills its frame, as the page's style said.
  for (const inner of copy.querySelectorAll('svg svg:not([width])')) {
    inner.setAttribute('width', '100%');
    inner.setAttribute('height', '100%');
    inner.removeAttribute('role');
  }
}

export interface Drawing {
  svg: string;
  width: number;
  height: number;
}

/** Draws a map out of sight and gives it as text. In the browser only; the elements are gone when it returns. */
export async function exportSvg(props: ComponentProps<typeof SnapshotSvg>): Promise<Drawing> {
  const { default: Sheet } = await import('./SnapshotSvg.svelte');
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  Object.assign(host.style, {
    position: 'fixed',
    left: '-9999px',
    top: '0',
    width: '760px',
    colorScheme: 'light'
  });
  document.body.append(host);
  const sheet = mount(Sheet, { target: host, props });
  try {
    const drawn = host.querySelector('svg');
    if (!drawn) throw new Error('nothing was drawn');
    const copy = drawn.cloneNode(true) as SVGSVGElement;
    inline(drawn, copy);
    const [, , width = 0, height = 0] = (drawn.getAttribute('viewBox') ?? '').split(' ').map(Number);
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(height));
    copy.setAttribute('font-family', "'Radio Canada Variable', 'Radio Canada', system-ui, sans-serif");
    return { svg: new XMLSerializer().serializeToString(copy), width, height };
  } finally {
    void unmount(sheet);
    host.remove();
  }
}
