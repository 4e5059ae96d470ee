// Where a tooltip stands: beside its place, never on it when there is room anywhere around.
import type { Size } from './frame.ts';
import { overlap, type Box } from './polygons.ts';

const GAP = 10;

interface Corner {
  left: number;
  top: number;
}

/** Top left corner in pixels: right, left, above, below, first where nothing is taken; else the corner that covers least of the place. */
export function tooltipPosition(place: Box, size: Size, frame: Size, taken: readonly Box[] = []): Corner {
  const within = (value: number, room: number) => Math.max(0, Math.min(value, room));
  const across = within((place.left + place.right - size.width) / 2, frame.width - size.width);
  const down = within((place.top + place.bottom - size.height) / 2, frame.height - size.height);
  const sides = [
    { left: place.right + GAP, top: down },
    { left: place.left - GAP - size.width, top: down },
    { left: across, top: place.top - GAP - size.height },
    { left: across, top: place.bottom + GAP }
  ];
  const far = { left: frame.width - size.width, top: frame.height - size.height };
  const corners = [0, far.left].flatMap((left) => [0, far.top].map((top) => ({ left, top })));
  const boxAt = ({ left, top }: Corner): Box => ({
    left,
    top,
    right: left + size.width,
    bottom: top + size.height
  });
  const covered = (corner: Corner) => shared(boxAt(corner), place);
  const fits = ({ left, top }: Corner) => left >= 0 && top >= 0 && left <= far.left && top <= far.top;
  const free = (corner: Corner) => !taken.some((box) => overlap(box, boxAt(corner)));
  const [best] = [...corners].sort((a, b) => covered(a) - covered(b));
  const open = sides.filter(fits);
  return open.find(free) ?? open[0] ?? best ?? { left: 0, top: 0 };
}

/** Area that two boxes share. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
