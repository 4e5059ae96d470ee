// Names of schools once the map is close: beside their symbol, on the first free side.
import { overlap, type Box } from '../geometry/plane.ts';
import { LINE_HEIGHT } from './label-text.ts';
import type { Label } from './label-placement.ts';
import type { Scene } from '../scene.ts';
import { symbolsOnScreen } from '../svg/symbols.ts';
import { textWidth } from './text-width.ts';
import type { Point, Viewport } from '../geometry/viewport.ts';

const SIZE = 11;
const GAP = 4;

export function schoolLabels(view: Viewport, scene: Scene, reserved: readonly Box[]): Label[] {
  const labels: Label[] = [];
  const height = SIZE * LINE_HEIGHT;
  for (const {
    point,
    at: [x, y],
    radius
  } of symbolsOnScreen(view, scene.points)) {
    const away = radius + GAP;
    const width = textWidth(point.name, SIZE);
    const sides: { at: Point; align: Label['align']; left: number; middle: number }[] = [
      { at: [x + away, y], align: 'start', left: x + away, middle: y },
      { at: [x - away, y], align: 'end', left: x - away - width, middle: y },
      { at: [x, y - away - height / 2], align: 'middle', left: x - width / 2, middle: y - away - height / 2 },
      { at: [x, y + away + height / 2], align: 'middle', left: x - width / 2, middle: y + away + height / 2 }
    ];
    for (const { at, align, left, middle } of sides) {
      const box = { left, right: left + width, top: middle - height / 2, bottom: middle + height / 2 };
      if (left < 0 || box.right > view.width || box.top < 0 || box.bottom > view.height) continue;
      if ([...reserved, ...labels.map((label) => label.box)].some((other) => overlap(other, box))) continue;
      labels.push({
        id: `school/${point.ref.code}`,
        lines: [point.name],
        value: '',
        at,
        align,
        size: SIZE,
        inside: false,
        leader: null,
        box
      });
      break;
    }
  }
  return labels;
}
