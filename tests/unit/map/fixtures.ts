// Four square communes around a corner, the last without intervention, and one quartier: enough to draw.
import type { Scene, SceneArea, ScenePoint } from '../../../src/lib/map/scene.ts';
import type { Shapes } from '../../../src/lib/map/geometry/shapes.ts';
import type { Bounds } from '../../../src/lib/map/geometry/viewport.ts';

const square = (west: number, south: number, side: number) => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south]
  ]
];

export const BOUNDS: Bounds = [3.4, 50.2, 3.6, 50.4];

export const SHAPES: Shapes = {
  communes: {
    type: 'FeatureCollection',
    features: [
      ['A', "Aix-l'Escaut", 3.4, 50.2, true],
      ['B', 'Bruay', 3.5, 50.2, true],
      ['C', 'Condé', 3.4, 50.3, true],
      ['D', 'Denain', 3.5, 50.3, false]
    ].map(([code, name, west, south, intervention]) => ({
      type: 'Feature',
      properties: { code: String(code), name: String(name), intervention: Boolean(intervention) },
      geometry: { type: 'Polygon', coordinates: square(Number(west), Number(south), 0.1) }
    }))
  },
  qpvs: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: 'Q', name: 'Le Trieu' },
        geometry: {
          type: 'MultiPolygon',
          coordinates: [square(3.42, 50.22, 0.02), square(3.46, 50.26, 0.02)]
        }
      }
    ]
  }
};

export function area(code: string, more: Partial<SceneArea> = {}): SceneArea {
  return {
    ref: { kind: code === 'Q' ? 'qpv' : 'commune', code },
    name: code,
    class: 2,
    protected: false,
    label: '28',
    description: '28 pour 1 000',
    faded: false,
    circle: null,
    ...more
  };
}

export function school(code: string, lon: number, lat: number, more: Partial<ScenePoint> = {}): ScenePoint {
  return {
    ref: { kind: 'school', code },
    name: code,
    lon,
    lat,
    status: 'followed',
    size: null,
    description: '',
    faded: false,
    ...more
  };
}

export function communes(more: Partial<Scene> = {}): Scene {
  return { kind: 'communes', areas: [area('A'), area('B'), area('C')], points: [], ...more };
}
