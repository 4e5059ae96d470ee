// Which labels a scene asks for, and where they go in a view.
import { polygonOnScreen, type Box, type Polygon } from '../geometry/plane.ts';
import { areaCircles } from '../live/area-circles.ts';
import { placeLabels, type Disc, type Label, type LabelRequest } from './label-placement.ts';
import { paintedAreas, type Scene } from '../scene.ts';
import { shapeOf, type Shapes } from '../geometry/shapes.ts';
import { symbolScale, symbolsOnScreen } from '../svg/symbols.ts';
import { metresPerPixel, project, type Viewport } from '../geometry/viewport.ts';
import { schoolLabels } from './school-labels.ts';

/** Pixels: main names, names of quartiers, names of communes without intervention. */
const MAIN = 13;
const NARROW = 12;
const QUARTIER = 12;
const QUIET = 11;
const NARROW_BELOW = 420;
const QUARTIER_WIDTH = 118;
const QUARTIER_REACH = 84;
/** School names appear when the view is no wider than this. */
const SCHOOL_NAMES_METRES = 4000;

/** Typographic apostrophes, and spaces that the font has. */
const written = (text: string) => text.replaceAll("'", '’').replaceAll('\u202f', '\u2009');

export function labelId(kind: string, code: string): string {
  return `${kind}/${code}`;
}

/** All labels of a scene in a view, quartiers by their value alone on a phone; `reserved` boxes (legend, buttons) stay clear. */
export function sceneLabels(
  view: Viewport,
  scene: Scene,
  shapes: Shapes,
  reserved: readonly Box[],
  place: typeof placeLabels = placeLabels
): Label[] {
  const narrow = view.width < NARROW_BELOW;
  const main = narrow ? NARROW : MAIN;
  const onScreen = new Map(
    shapes.communes.features.map((shape) => [shape.properties.code, polygonOnScreen(view, shape.geometry)])
  );
  const painted = paintedAreas(scene);
  const named = new Set(painted.map((area) => area.ref.code));
  const requests: LabelRequest[] = [];
  for (const { ref, name, label } of painted) {
    const shape = shapeOf(shapes, ref);
    if (!shape) continue;
    const quartier = ref.kind === 'qpv';
    requests.push({
      id: labelId(ref.kind, ref.code),
      name: quartier && narrow ? '' : written(name),
      value: written(label),
      polygon: polygonOnScreen(view, shape),
      rank: 'main',
      size: quartier ? QUARTIER : main,
      ...(quartier ? { maxWidth: QUARTIER_WIDTH, reach: QUARTIER_REACH } : {})
    });
  }
  for (const { properties } of shapes.communes.features) {
    const polygon = onScreen.get(properties.code);
    if (!polygon || named.has(properties.code)) continue;
    const { code, name, intervention } = properties;
    requests.push({
      id: labelId(intervention ? 'ground' : 'outside', code),
      name: written(name),
      value: '',
      polygon,
      rank: intervention && scene.kind === 'ecoles' ? 'main' : 'quiet',
      size: intervention ? main - 1 : QUIET
    });
  }
  const labels = place(
    {
      width: view.width,
      height: view.height,
      reserved,
      symbols: [...symbolsOnScreen(view, scene.points), ...circlesOnScreen(view, scene, shapes)],
      solid: solidAreas(view, scene, shapes, onScreen)
    },
    requests
  );
  return metresPerPixel(view) * view.width <= SCHOOL_NAMES_METRES
    ? [...labels, ...schoolLabels(view, scene, [...reserved, ...labels.map((label) => label.box)])]
    : labels;
}

function circlesOnScreen(view: Viewport, scene: Scene, shapes: Shapes): Disc[] {
  return areaCircles(scene, shapes).map(({ lon, lat, radius }) => ({
    at: project(view, lon, lat),
    radius: radius * symbolScale(view.width)
  }));
}

/** Labels of communes keep off the territory; those of quartiers, only off the other quartiers. */
function solidAreas(
  view: Viewport,
  scene: Scene,
  shapes: Shapes,
  communes: ReadonlyMap<string, Polygon>
): Polygon[] {
  if (scene.kind === 'quartiers') {
    return shapes.qpvs.features.map((shape) => polygonOnScreen(view, shape.geometry));
  }
  return shapes.communes.features
    .filter((shape) => shape.properties.intervention)
    .flatMap((shape) => communes.get(shape.properties.code) ?? []);
}
