// The images that MapLibre draws with: hatching, diamond, square and triangle, painted in the colours of the theme.
import { HATCH_SIDE } from '../geometry/symbols.ts';
import type { MapColors } from './colors.ts';

/** Half of a symbol's picture at size 1, pixels. */
export const SYMBOL_HALF = 10;
const RATIO = 2;

function paint(side: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * RATIO;
  // Kept by the processor: its pixels are read at once, and asking the graphics card for them would wait for it.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No 2D canvas to paint map symbols');
  context.scale(RATIO, RATIO);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function hatch(colors: MapColors): ImageData {
  return paint(HATCH_SIDE, (context) => {
    context.fillStyle = colors.surface;
    context.fillRect(0, 0, HATCH_SIDE, HATCH_SIDE);
    context.strokeStyle = colors.hatch;
    context.lineWidth = 1;
    for (const shift of [-HATCH_SIDE, 0, HATCH_SIDE]) {
      context.beginPath();
      context.moveTo(shift - 1, HATCH_SIDE + 1);
      context.lineTo(shift + HATCH_SIDE + 1, -1);
      context.stroke();
    }
  });
}

/** Drawn small on the map: `width` is of a picture about three times as large. */
function symbol(
  path: (context: CanvasRenderingContext2D, half: number) => void,
  fill: string,
  line: string,
  width: number
) {
  return paint(SYMBOL_HALF * 2 + 4, (context) => {
    context.translate(SYMBOL_HALF + 2, SYMBOL_HALF + 2);
    path(context, SYMBOL_HALF);
    context.fillStyle = fill;
    context.strokeStyle = line;
    context.lineWidth = width;
    context.fill();
    context.stroke();
  });
}

function diamond(context: CanvasRenderingContext2D, half: number): void {
  context.beginPath();
  context.moveTo(0, -half);
  context.lineTo(half, 0);
  context.lineTo(0, half);
  context.lineTo(-half, 0);
  context.closePath();
}

function square(context: CanvasRenderingContext2D, half: number): void {
  context.beginPath();
  context.rect(-half, -half, half * 2, half * 2);
}

function triangle(context: CanvasRenderingContext2D, half: number): void {
  context.beginPath();
  context.moveTo(0, -half);
  context.lineTo(half, half * 0.75);
  context.lineTo(-half, half * 0.75);
  context.closePath();
}

export function mapImages(colors: MapColors): Record<'hatch' | 'diamond' | 'square' | 'triangle', ImageData> {
  return {
    hatch: hatch(colors),
    diamond: symbol(diamond, colors.accent, colors.halo, 2),
    square: symbol(square, colors.surface, colors.ink, 3),
    triangle: symbol(triangle, colors.surface, colors.ink, 3)
  };
}

export const IMAGE_OPTIONS = { pixelRatio: RATIO };
