// An SVG of the page as a standalone file: computed styles inlined, title above, legend, source and date below.
import { tokenColors } from '../theme/token-colors.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Style properties that affect an SVG; others are not copied. */
const LOOKS = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
  ...[
    'stroke-linecap',
    'stroke-linejoin',
    'opacity',
    'font-size',
    'font-weight',
    'font-family',
    'text-anchor'
  ],
  ...['dominant-baseline', 'paint-order', 'visibility', 'letter-spacing']
];
const LEFT_OUT = 'script, style, foreignObject, [hidden], .visually-hidden';

interface LegendItem {
  label: string;
  /** CSS colour of the page: `var(--ramp-3)`. */
  color?: string;
  /** Hatched, for protected counts. */
  hatched?: boolean;
  /** Own drawing, 26 by 16 pixels. */
  mark?: SVGElement;
}

export interface Caption {
  title: string;
  legend?: { title: string; items: readonly LegendItem[] };
  /** Lines under the drawing: source, date, accuracy. */
  notes: readonly string[];
}

const MARGIN = 24;
const LINE = 18;
const TITLE_LINE = 26;

/** Copies the SVG with computed styles as attributes, so that it needs no style sheet. */
function inlineStyles(original: SVGElement): SVGElement {
  const copy = original.cloneNode(true) as SVGElement;
  const dress = (from: Element, to: Element) => {
    const style = getComputedStyle(from);
    for (const look of LOOKS) {
      const value = style.getPropertyValue(look);
      if (value) to.setAttribute(look, value.replaceAll('"', "'"));
    }
    const transform = style.getPropertyValue('transform');
    if (transform && transform !== 'none' && !from.hasAttribute('transform')) {
      to.setAttribute('transform', transform);
    }
    to.removeAttribute('class');
    to.removeAttribute('style');
    [...from.children].forEach((child, at) => {
      const twin = to.children[at];
      if (twin) dress(child, twin);
    });
  };
  dress(original, copy);
  copy.querySelectorAll(LEFT_OUT).forEach((part) => part.remove());
  return copy;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function line(text: string, x: number, y: number, size: number, color: string, weight = 400): SVGElement {
  const made = element('text', { x, y, 'font-size': size, 'font-weight': weight, fill: color });
  made.setAttribute('font-family', FONT);
  made.textContent = text;
  return made;
}
/** Hatching of a swatch of 22 by 13 pixels. */
function hatch(x: number, y: number, stroke: string): SVGElement {
  const lines = [4, 9, 14, 19, 24, 29].map((at) => {
    const [top, left] = [Math.max(0, at - 22), Math.min(22, at)];
    const [bottom, right] = [Math.min(13, at), Math.max(0, at - 13)];
    return `M${x + left} ${y + top}L${x + right} ${y + bottom}`;
  });
  return element('path', { d: lines.join(''), stroke, 'stroke-width': 1, fill: 'none' });
}
const FONT = "'Radio Canada Variable', 'Radio Canada', system-ui, sans-serif";

/** Breaks a sentence into lines of a width, by an approximate width of its letters. */
function wrapped(text: string, width: number, size: number): string[] {
  const most = Math.max(20, Math.floor(width / (size * 0.52)));
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    const longer = lines[last] ? `${lines[last]} ${word}` : word;
    if (longer.length > most && lines[last]) lines.push(word);
    else lines[last] = longer;
  }
  return lines;
}

/** Frames a drawing with its title, legend and notes, on the page's background. */
export function frameDrawing(drawing: SVGSVGElement, { title, legend, notes }: Caption): SVGSVGElement {
  // In the colour scheme of where it stands.
  const around = drawing.parentElement ?? document.body;
  const color = (token: string) => tokenColors(around, [token])[token] ?? '';
  const resolve = (value: string) => (/^var\((.+)\)$/.exec(value)?.[1] ? color(value.slice(4, -1)) : value);
  const box = drawing.getBoundingClientRect();
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  const parts: SVGElement[] = [];
  let y = MARGIN;
  for (const words of wrapped(title, width, 17)) {
    parts.push(line(words, MARGIN, (y += TITLE_LINE - 6), 17, color('--ink'), 600));
  }
  y += 14;
  const picture = inlineStyles(drawing);
  for (const [name, value] of Object.entries({ x: MARGIN, y, width, height })) {
    picture.setAttribute(name, String(value));
  }
  parts.push(picture);
  y += height + 10;
  if (legend && legend.items.length > 0) {
    parts.push(line(legend.title, MARGIN, (y += LINE), 13, color('--ink'), 600));
    for (const { label, color: fill, mark, hatched } of legend.items) {
      y += LINE + 2;
      if (mark) {
        const own = inlineStyles(mark);
        for (const [name, value] of Object.entries({ x: MARGIN - 2, y: y - 12, width: 26, height: 16 })) {
          own.setAttribute(name, String(value));
        }
        parts.push(own);
      } else {
        const swatch = { x: MARGIN, y: y - 11, width: 22, height: 13, stroke: color('--rule-2') };
        parts.push(element('rect', { ...swatch, fill: hatched ? color('--surface') : resolve(fill ?? '') }));
        if (hatched) parts.push(hatch(MARGIN, y - 11, color('--hatch')));
      }
      parts.push(line(label, MARGIN + 32, y, 13, color('--ink')));
    }
    y += 6;
  }
  for (const words of notes.flatMap((note) => wrapped(note, width, 12))) {
    parts.push(line(words, MARGIN, (y += 16), 12, color('--ink-3')));
  }
  const size = { width: width + 2 * MARGIN, height: Math.ceil(y + MARGIN) };
  const root = element('svg', { ...size, viewBox: `0 0 ${size.width} ${size.height}`, xmlns: SVG });
  root.append(element('rect', { ...size, fill: color('--paper') }), ...parts);
  return root as SVGSVGElement;
}

export const svgText = (drawing: SVGSVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawing)}\n`;

export const svgFile = (drawing: SVGSVGElement): Blob =>
  new Blob([svgText(drawing)], { type: 'image/svg+xml' });
