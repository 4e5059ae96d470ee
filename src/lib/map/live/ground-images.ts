// The images of the ground: shields of roads, disc of a tramway's line, town hall, station, and what keeps names away from our labels.
import type { StyleImageMetadata } from 'maplibre-gl';
import type { GroundColors } from './ground-colors.ts';

const RATIO = 2;
/** Pixels. */
const SHIELD = 16;
const CORNER = 4;
const DISC = 18;
const MARK = 9;
/** Side of a block; also the distance between two. */
export const BLOCK = 12;

export interface GroundImage {
  image: ImageData;
  options: Partial<StyleImageMetadata>;
}

function painted(side: number, draw: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * RATIO;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No 2D canvas to paint map symbols');
  context.scale(RATIO, RATIO);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const OPTIONS = { pixelRatio: RATIO };

/** A gable: squares stand for collèges. */
function house(context: CanvasRenderingContext2D): void {
  context.moveTo(1.5, 10);
  context.lineTo(1.5, 4.5);
  context.lineTo(5.5, 1.2);
  context.lineTo(9.5, 4.5);
  context.lineTo(9.5, 10);
  context.closePath();
}

/** By name, in the colours of the theme. */
export function groundImages(colors: GroundColors): Record<string, GroundImage> {
  const outlined = (side: number, line: string, width: number, path: (c: CanvasRenderingContext2D) => void) =>
    painted(side, (context) => {
      context.beginPath();
      path(context);
      context.fillStyle = colors.surface;
      context.strokeStyle = line;
      context.lineWidth = width;
      context.fill();
      context.stroke();
    });
  const round = (side: number) => (context: CanvasRenderingContext2D) =>
    context.arc(side / 2, side / 2, side / 2 - 1, 0, 2 * Math.PI);
  const stretch: [number, number][] = [[CORNER * RATIO, (SHIELD - CORNER) * RATIO]];
  return {
    'ground-shield': {
      image: outlined(SHIELD, colors.ink3, 1, (context) =>
        context.roundRect(0.5, 0.5, SHIELD - 1, SHIELD - 1, 2)
      ),
      options: {
        ...OPTIONS,
        stretchX: stretch,
        stretchY: stretch,
        content: [CORNER, CORNER, (SHIELD - CORNER / 2) * RATIO, (SHIELD - CORNER / 2) * RATIO]
      }
    },
    'ground-disc': { image: outlined(DISC, colors.tram, 1.2, round(DISC)), options: OPTIONS },
    'ground-townhall': {
      image: outlined(MARK + 2, colors.ink2, 1.2, house),
      options: OPTIONS
    },
    'ground-station': { image: outlined(MARK, colors.ink2, 1.3, round(MARK)), options: OPTIONS },
    'ground-nothing': { image: painted(BLOCK, () => undefined), options: OPTIONS }
  };
}
