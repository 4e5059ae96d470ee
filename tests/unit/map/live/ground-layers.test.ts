// The ground of the live map: a style that MapLibre accepts, and a colour for each kind in both themes.
import { readFileSync } from 'node:fs';
import { validateStyleMin, type LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { groundColorsOf, mixed, type GroundColors } from '../../../../src/lib/map/live/ground-colors.ts';
import {
  BLOCKS_SOURCE,
  GROUND_KINDS,
  GROUND_SOURCE,
  groundLayersOf,
  STAGE_UNDER
} from '../../../../src/lib/map/live/ground-layers.ts';
import { LAYER_ORDER } from '../../../../src/lib/map/live/layer-order.ts';
import { contrast } from '../../theme/contrast.ts';

const css = readFileSync('src/lib/theme/tokens.css', 'utf8');
const token = (name: string, theme: 0 | 1): string =>
  new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)![theme + 1]!;

function colorsOf(theme: 0 | 1): GroundColors {
  const names = { ink2: 'ink-2', ink3: 'ink-3', rule2: 'rule-2', waterEdge: 'water-edge', waterInk: 'water-ink', roadEdge: 'road-edge', minor: 'road-minor', minorEdge: 'road-minor-edge' }; // prettier-ignore
  const own = ['paper', 'surface', 'halo', 'ink', 'rule', 'water', 'road', 'tram', 'wood', 'park', 'built'];
  const all = { ...names, ...Object.fromEntries(own.map((name) => [name, name])) };
  return groundColorsOf(
    Object.fromEntries(Object.entries(all).map(([key, name]) => [key, token(name, theme)])) as never
  );
}

const THEMES = [
  ['light', 0],
  ['dark', 1]
] as const;
const layersIn = (theme: 0 | 1, generalised = false) =>
  Object.values(
    groundLayersOf({ colors: colorsOf(theme), generalised, named: ['Anzin'] })
  ).flat() as LayerSpecification[];

describe.each(THEMES)('the ground in the %s theme', (_, theme) => {
  it.each([false, true])('is a style that MapLibre accepts (generalised: %s)', (generalised) => {
    const errors = validateStyleMin({
      version: 8,
      sources: {
        [GROUND_SOURCE]: { type: 'vector', url: 'pmtiles://ground' },
        [BLOCKS_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
      },
      layers: layersIn(theme, generalised)
    });
    // Letters are drawn from the site's own typeface.
    expect(errors.map(({ message }) => message).filter((message) => !message.includes('glyphs'))).toEqual([]);
  });

  it('draws each kind in a colour', () => {
    for (const [layer, kinds] of Object.entries(GROUND_KINDS)) {
      const drawn = layersIn(theme).filter(
        (one) =>
          'source-layer' in one &&
          one['source-layer'] === layer &&
          (one.type === 'fill' || one.type === 'line')
      );
      for (const kind of kinds) {
        const own = drawn.filter((one) => {
          const filter = JSON.stringify('filter' in one ? one.filter : '');
          return filter.includes(`"${kind}"`) || filter === '["has","kind"]';
        });
        expect(own, `${layer} ${kind}`).not.toEqual([]);
        for (const { paint } of own) expect(JSON.stringify(paint)).toMatch(/rgb\(|#[0-9a-f]{6}/);
      }
    }
  });

  it('writes names that read on their halo', () => {
    const { halo, ink, ink2, ink3, waterInk, surface } = colorsOf(theme);
    for (const text of [ink2, ink3, waterInk]) expect(contrast(text, halo)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ink, surface)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the order of the ground', () => {
  it('each stage lies under a layer of the figures, schools over all', () => {
    for (const under of Object.values(STAGE_UNDER)) {
      expect(LAYER_ORDER).toContain(under);
      expect(LAYER_ORDER.indexOf(under as never)).toBeLessThan(LAYER_ORDER.indexOf('school-outside'));
    }
    expect(LAYER_ORDER.indexOf(STAGE_UNDER.land as never)).toBeLessThan(LAYER_ORDER.indexOf('commune-fill'));
    expect(LAYER_ORDER.indexOf(STAGE_UNDER.lines as never)).toBeGreaterThan(
      LAYER_ORDER.indexOf('commune-fill')
    );
  });

  it('places that our own labels name are not named twice', () => {
    const place = layersIn(0).find(({ id }) => id === 'ground-place')!;
    expect(JSON.stringify('filter' in place && place.filter)).toContain('"Anzin"');
  });
});

it('colours are mixed whichever way they are written', () => {
  expect(mixed('#000000', 'rgb(100, 200, 50)', 0.5)).toBe('rgb(50, 100, 25)');
  expect(mixed('#102030', '#102030', 0.3)).toBe('rgb(16, 32, 48)');
});
