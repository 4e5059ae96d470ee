// Puts a Plot chart into a figure: hatch pattern added, what axe refuses taken out, years clickable.
import * as Plot from '@observablehq/plot';
import type { Attachment } from 'svelte/attachments';

const SVG = 'http://www.w3.org/2000/svg';

function hatch(): SVGElement {
  const pattern = document.createElementNS(SVG, 'pattern');
  pattern.id = 'chart-hatch';
  for (const [name, value] of Object.entries({
    width: '6',
    height: '6',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)'
  })) {
    pattern.setAttribute(name, value);
  }
  const line = document.createElementNS(SVG, 'line');
  line.setAttribute('y2', '6');
  line.setAttribute('style', 'stroke: var(--hatch); stroke-width: 2');
  pattern.append(line);
  return pattern;
}

/** Nearest category under the pointer on the x scale; null outside. */
function nearest(
  chart: Element & { scale: (name: 'x') => Plot.Scale | undefined },
  x: number
): string | null {
  const scale = chart.scale('x');
  const domain = (scale?.domain ?? []) as string[];
  const half = (scale?.bandwidth ?? 0) / 2;
  return domain.reduce<string | null>((best, value) => {
    const at = (candidate: string) => Math.abs(Number(scale?.apply(candidate)) + half - x);
    return best === null || at(value) < at(best) ? value : best;
  }, null);
}

/** Draws `options` into the element; a click on the drawing answers with the nearest category. */
export function chart(
  options: Plot.PlotOptions,
  onpick?: (category: string) => void
): Attachment<HTMLElement> {
  return (element) => {
    const drawing = Plot.plot({
      ...options,
      style: { fontFamily: 'inherit', overflow: 'visible', background: 'none' }
    });
    for (const part of drawing.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    // Not an attribute of SVG; the page's own figures are of one width already.
    for (const part of drawing.querySelectorAll('[font-variant]')) part.removeAttribute('font-variant');
    // Plot's own style element would need an unsafe policy: Chart.svelte holds these few rules.
    drawing.querySelector('style')?.remove();
    drawing.setAttribute('aria-hidden', 'true');
    // Its rules are in Chart.svelte: the page's security policy refuses a style element.
    drawing.querySelector('style')?.remove();
    drawing.prepend(hatch());
    if (onpick) {
      drawing.style.cursor = 'pointer';
      drawing.addEventListener('click', (event) => {
        if (!(event instanceof MouseEvent)) return;
        const picked = nearest(drawing, event.clientX - drawing.getBoundingClientRect().left);
        if (picked !== null) onpick(picked);
      });
    }
    element.replaceChildren(drawing);
    return () => element.replaceChildren();
  };
}
