// Where a tooltip stands: beside its place, never on it when there is room anywhere around.
import { overlap, type Box } from './plane.ts';

const GAP = 10;

export interface Size {
  width: number;
  height: number;
}

/** Top left corner in pixels: right, left, above, below; else the corner of the map that covers least of the place. */
export function tooltipPlace(place: Box, size: Size, frame: Size): { left: number; top: number } {
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
  const covered = ({ left, top }: { left: number; top: number }) => {
    const box = { left, top, right: left + size.width, bottom: top + size.height };
    if (!overlap(box, place)) return 0;
    return (
      (Math.min(box.right, place.right) - Math.max(box.left, place.left)) *
      (Math.min(box.bottom, place.bottom) - Math.max(box.top, place.top))
    );
  };
  const fits = ({ left, top }: { left: number; top: number }) =>
    left >= 0 && top >= 0 && left <= far.left && top <= far.top;
  const best = [...corners].sort((a, b) => covered(a) - covered(b))[0];
  return sides.find(fits) ?? best ?? { left: 0, top: 0 };
}
