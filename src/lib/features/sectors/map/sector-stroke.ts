// Painting tools of the map of sectors: brush and lasso. One stroke, from press to release, is one undo step.
import { CLICK_SLACK, type Stroke } from '$lib/map/controls/pointer.ts';
import { contains, polygonOf } from '$lib/map/geometry/polygons.ts';
import type { Point } from '$lib/map/geometry/viewport.ts';

interface SectorTarget {
  uais: readonly string[];
  at: Point;
}

/** Points are in map pixels. */
interface StrokeActions {
  /** Brush radius in pixels; 0 paints what is under the pointer. */
  radius: () => number;
  targets: () => readonly SectorTarget[];
  /** Schools whose cells contain a point. */
  cellAt: (at: Point) => readonly string[];
  onbegin: () => void;
  onpaint: (uais: readonly string[]) => void;
  onend: () => void;
  /** Outline of the lasso under way; null when it ends. */
  ontrace: (outline: readonly Point[] | null) => void;
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

export function sectorStroke(tool: 'brush' | 'lasso', actions: StrokeActions): Stroke {
  let outline: Point[] = [];

  const brushed = (at: Point): string[] => {
    const near = actions.targets().filter((target) => distance(target.at, at) <= actions.radius());
    return [...new Set([...actions.cellAt(at), ...near.flatMap(({ uais }) => uais)])];
  };
  const enclosed = (shape: readonly Point[]): string[] => {
    const polygon = polygonOf([shape]);
    return actions
      .targets()
      .filter((target) => contains(polygon, target.at))
      .flatMap(({ uais }) => uais);
  };
  const end = () => {
    actions.onend();
    actions.ontrace(null);
  };

  return {
    begin(at) {
      outline = [at];
      actions.onbegin();
      if (tool === 'brush') actions.onpaint(brushed(at));
    },
    move(at) {
      if (tool === 'brush') return actions.onpaint(brushed(at));
      outline.push(at);
      actions.ontrace(outline);
    },
    end(at) {
      if (tool !== 'brush') {
        // A lasso may end where it started.
        const shape = [...outline, at];
        const moved = shape.some((point) => distance(point, shape[0]!) > CLICK_SLACK);
        actions.onpaint(moved ? enclosed(shape) : actions.cellAt(at));
      }
      end();
    },
    cancel: end
  };
}
