// Which labels a scene asks for, and where they go in a view.
import { contains, overlap, polygonOnScreen, type Box, type Polygon } from '../geometry/polygons.ts';
import { shapeOf, type Shapes } from '../geometry/shapes.ts';
import { areaCircles, symbolScale, symbolsOnScreen } from '../geometry/symbols.ts';
import { metresPerPixel, project, type Point, type Viewport } from '../geometry/viewport.ts';
import { paintedAreas, type Scene, type SceneArea } from '../scene.ts';
import { placeLabels, type Disc, type Label, type LabelRequest } from './label-placement.ts';
import { LINE_HEIGHT, textWidth } from './label-text.ts';

/** Pixels: main names, names of quartiers, names of communes without intervention. */
const MAIN = 13;
const NARROW = 12;
const QUARTIER = 12;
const QUIET = 12;
const NARROW_BELOW = 420;
const QUARTIER_WIDTH = 118;
const QUARTIER_REACH = 84;
/** On a narrow map a name far from its place is read as that of another. */
const NARROW_REACH = 90;
/** Of more places, lines from names to places would cross everywhere: a few are named near their place, the others in it or nowhere. */
const MOST_BESIDE = 40;
const NAMED_OF_MANY = { wide: 8, narrow: 4, reach: 70 };
/** School names appear when the view is no wider than this. */
const SCHOOL_NAMES_METRES = 4000;
const SCHOOL = 12;
const SCHOOL_GAP = 4;

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
  const named = new Set(paintedAreas(scene).map((area) => area.ref.code));
  /** In a map of schools, names of communes carry what the scene says of each. */
  const said = new Map(scene.kind === 'ecoles' ? scene.areas.map(({ ref, label }) => [ref.code, label]) : []);
  const requests = areaRequests(view, scene, shapes);
  const groups = namedGroups(scene);
  requests.push(...groups.map((group) => groupRequest(view, group)));
  for (const { properties } of shapes.communes.features) {
    const polygon = onScreen.get(properties.code);
    if (!polygon || named.has(properties.code)) continue;
    if (properties.intervention && isOneCommune(shapes)) continue;
    const { code, name, intervention } = properties;
    requests.push({
      id: labelId(intervention ? 'ground' : 'outside', code),
      name: written(name),
      value: written(said.get(code) ?? ''),
      polygon,
      rank: intervention && scene.kind === 'ecoles' ? 'main' : 'quiet',
      size: intervention ? main : QUIET
    });
  }
  const many = requests.filter(({ rank }) => rank === 'main').length > MOST_BESIDE;
  const first = many ? mostSchools(view, scene, requests, NAMED_OF_MANY[narrow ? 'narrow' : 'wide']) : [];
  // Names that stand among the schools are there whole, or not at all.
  const namesOf = new Map([
    ...groups.map(({ ref, name }) => [labelId('ground', ref.code), written(name)] as const),
    ...first.map(({ id, name }) => [id, name] as const)
  ]);
  const labels = place(
    {
      width: view.width,
      height: view.height,
      reserved,
      symbols: [
        ...symbolsOnScreen(view, scene.points),
        ...circlesOnScreen(view, scene, shapes),
        ...ringsOnScreen(view, scene, shapes)
      ],
      solid:
        groups.length > 0 || (many && scene.kind === 'ecoles')
          ? []
          : solidAreas(view, scene, shapes, onScreen)
    },
    many
      ? requests.map((request) =>
          first.includes(request)
            ? { ...request, reach: NAMED_OF_MANY.reach }
            : { ...request, rank: 'quiet' as const }
        )
      : requests
  ).filter(({ id, lines }) => lines.join(' ').startsWith(namesOf.get(id) ?? ''));
  return metresPerPixel(view) * view.width <= SCHOOL_NAMES_METRES
    ? [...labels, ...schoolLabels(view, scene, [...reserved, ...labels.map((label) => label.box)])]
    : labels;
}

/** Areas that the scene paints or names, quartiers by their value alone on a phone. */
function areaRequests(view: Viewport, scene: Scene, shapes: Shapes): LabelRequest[] {
  const narrow = view.width < NARROW_BELOW;
  const requests: LabelRequest[] = [];
  for (const { ref, name, label } of [...paintedAreas(scene), ...namedQuartiers(scene)]) {
    const shape = shapeOf(shapes, ref);
    if (!shape) continue;
    const quartier = ref.kind === 'qpv';
    requests.push({
      id: labelId(ref.kind, ref.code),
      name: quartier && narrow && scene.kind === 'quartiers' ? '' : written(name),
      value: written(label),
      polygon: polygonOnScreen(view, shape),
      rank: 'main',
      size: quartier ? QUARTIER : narrow ? NARROW : MAIN,
      ...(quartier
        ? { maxWidth: QUARTIER_WIDTH, ...(scene.kind === 'quartiers' && { reach: QUARTIER_REACH }) }
        : narrow
          ? { reach: NARROW_REACH }
          : {})
    });
  }
  return requests;
}

/** The places of most schools: those that a reader looks for. */
function mostSchools(
  view: Viewport,
  scene: Scene,
  requests: readonly LabelRequest[],
  most: number
): LabelRequest[] {
  const points = symbolsOnScreen(view, scene.points).map(({ at }) => at);
  return requests
    .filter(({ rank }) => rank === 'main')
    .map((request) => ({
      request,
      schools: points.filter(
        ([x, y]) =>
          x > request.polygon.box.left &&
          x < request.polygon.box.right &&
          y > request.polygon.box.top &&
          y < request.polygon.box.bottom &&
          contains(request.polygon, [x, y])
      ).length
    }))
    .filter(({ schools }) => schools > 1)
    .sort((one, other) => other.schools - one.schools)
    .slice(0, most)
    .map(({ request }) => request);
}

function groupRequest(view: Viewport, { ref, name, label, at }: SceneArea): LabelRequest {
  return {
    id: labelId('ground', ref.code),
    name: written(name),
    value: written(label),
    polygon: pointOnScreen(view, at!),
    rank: 'main',
    size: QUARTIER,
    maxWidth: QUARTIER_WIDTH,
    reach: QUARTIER_REACH
  };
}

/** The one commune of a map is named by its title. */
const isOneCommune = ({ communes }: Shapes): boolean =>
  communes.features.filter(({ properties }) => properties.intervention).length === 1;

/** In a map of schools, neighbourhoods that stand for communes: named, and never painted. */
const namedQuartiers = ({ kind, areas }: Scene): readonly SceneArea[] =>
  kind === 'ecoles' ? areas.filter(({ ref }) => ref.kind === 'qpv') : [];

/** Groups named whether schools wait there or not, at most: a city has dozens, whose names would hide its schools. */
const MOST_GROUPS = 8;

/** Areas without outline to name: all while they are few, else those where schools wait. */
function namedGroups({ areas }: Scene): readonly SceneArea[] {
  const groups = areas.filter(({ at, faded }) => at && !faded);
  return groups.length <= MOST_GROUPS ? groups : groups.filter(({ awaits }) => awaits);
}

/** Degrees: a place without outline is as small as a building. */
const SMALL = 1e-4;
const pointOnScreen = (view: Viewport, [lon, lat]: readonly [number, number]): Polygon =>
  polygonOnScreen(view, {
    type: 'Polygon',
    coordinates: [
      [
        [lon - SMALL, lat - SMALL],
        [lon + SMALL, lat - SMALL],
        [lon, lat + SMALL],
        [lon - SMALL, lat - SMALL]
      ]
    ]
  });

function circlesOnScreen(view: Viewport, scene: Scene, shapes: Shapes): Disc[] {
  return areaCircles(scene, shapes).map(({ lon, lat, radius }) => ({
    at: project(view, lon, lat),
    radius: radius * symbolScale(view.width)
  }));
}

/** In a map of communes, quartiers are rings that a name had better not cover. */
function ringsOnScreen(view: Viewport, scene: Scene, shapes: Shapes): Disc[] {
  if (scene.kind !== 'communes') return [];
  return shapes.qpvs.features.map((shape) => {
    const { left, right, top, bottom } = polygonOnScreen(view, shape.geometry).box;
    return {
      at: [(left + right) / 2, (top + bottom) / 2],
      radius: Math.max(right - left, bottom - top) / 2
    };
  });
}

/** Pixels between two boxes along a leader, and around it. */
const LEADER = { step: 6, around: 3 };

/** What labels take: their text, and their leader, which no number of a road may stand on. */
export function labelBoxes(labels: readonly Label[]): Box[] {
  return labels.flatMap(({ box, leader }) => {
    if (!leader) return [box];
    const [[x1, y1], [x2, y2]] = leader;
    const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / LEADER.step));
    const along = Array.from({ length: steps + 1 }, (_, at) => {
      const [x, y] = [x1 + ((x2 - x1) * at) / steps, y1 + ((y2 - y1) * at) / steps];
      return {
        left: x - LEADER.around,
        right: x + LEADER.around,
        top: y - LEADER.around,
        bottom: y + LEADER.around
      };
    });
    return [box, ...along];
  });
}

/** Labels of communes keep off the territory; those of quartiers, only off the other quartiers. */
function solidAreas(
  view: Viewport,
  scene: Scene,
  shapes: Shapes,
  communes: ReadonlyMap<string, Polygon>
): Polygon[] {
  if (scene.kind === 'quartiers' || isOneCommune(shapes)) {
    return shapes.qpvs.features.map((shape) => polygonOnScreen(view, shape.geometry));
  }
  return shapes.communes.features
    .filter((shape) => shape.properties.intervention)
    .flatMap((shape) => communes.get(shape.properties.code) ?? []);
}

/** Names of schools once the map is close: beside their symbol, on the first free side. */
function schoolLabels(view: Viewport, scene: Scene, reserved: readonly Box[]): Label[] {
  const labels: Label[] = [];
  const height = SCHOOL * LINE_HEIGHT;
  for (const {
    point,
    at: [x, y],
    radius
  } of symbolsOnScreen(view, scene.points)) {
    const away = radius + SCHOOL_GAP;
    const width = textWidth(point.name, SCHOOL);
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
        size: SCHOOL,
        inside: false,
        leader: null,
        box
      });
      break;
    }
  }
  return labels;
}
