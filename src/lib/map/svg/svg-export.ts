// A snapshot as SVG text that needs nothing of the page: computed styles are written as attributes, in the light theme.
import { mount, unmount, type ComponentProps } from 'svelte';
import { groundContext, type GroundState } from '../ground/ground.svelte.ts';
import type SnapshotSvgType from './SnapshotSvg.svelte';

/** Style properties written as attributes, with their initial values, which are left out. */
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

/** Writes computed styles into the copy, element by element: both trees have the same elements in the same order. */
function inline(rendered: SVGSVGElement, copy: SVGSVGElement): void {
  const targets = copy.querySelectorAll(SHAPES);
  rendered.querySelectorAll(SHAPES).forEach((element, at) => {
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
  // Inherited styles are written on each shape: on a group they would also apply to shapes whose own value is the initial one, left out.
  for (const group of copy.querySelectorAll('g'))
    for (const name of Object.keys(PROPERTIES)) if (name !== 'opacity') group.removeAttribute(name);
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    element.removeAttribute('class');
    element.removeAttribute('style');
    element.removeAttribute('aria-hidden');
  }
  // A nested SVG fills its parent, as the page's style sheet says.
  for (const inner of copy.querySelectorAll('svg svg:not([width])')) {
    inner.setAttribute('width', '100%');
    inner.setAttribute('height', '100%');
    inner.removeAttribute('role');
  }
}

export interface SvgExport {
  svg: string;
  width: number;
  height: number;
}

/**
 * Renders a snapshot off screen and serialises it. In the browser only; nothing is left in the document.
 *
 * @param ground drawn under the figures where there is one
 * @param paper CSS colour of what is under it; that of the pages when absent
 * @returns the SVG text, its width and height in pixels
 */
export async function exportSvg(
  props: ComponentProps<typeof SnapshotSvgType>,
  ground: GroundState | null,
  paper?: string
): Promise<SvgExport> {
  await ground?.load();
  const { default: SnapshotSvg } = await import('./SnapshotSvg.svelte');
  const host = document.createElement('div');
  host.setAttribute('aria-hidden', 'true');
  Object.assign(host.style, {
    position: 'fixed',
    left: '-9999px',
    top: '0',
    width: '760px',
    colorScheme: 'light'
  });
  if (paper) host.style.setProperty('--paper', paper);
  document.body.append(host);
  const component = mount(SnapshotSvg, { target: host, props, context: groundContext(ground) });
  try {
    const rendered = host.querySelector('svg');
    if (!rendered) throw new Error('nothing was rendered');
    const copy = rendered.cloneNode(true) as SVGSVGElement;
    inline(rendered, copy);
    const [, , width = 0, height = 0] = (rendered.getAttribute('viewBox') ?? '').split(' ').map(Number);
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(height));
    copy.setAttribute('font-family', "'Radio Canada Variable', 'Radio Canada', system-ui, sans-serif");
    return { svg: new XMLSerializer().serializeToString(copy), width, height };
  } finally {
    void unmount(component);
    host.remove();
  }
}
