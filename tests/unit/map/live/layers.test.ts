// The live map is drawn in one declared order.
import { describe, expect, it } from 'vitest';
import { LAYER_ORDER, layerAbove } from '../../../../src/lib/map/live/layer-order.ts';
import { LAYERS, type Look } from '../../../../src/lib/map/live/layers.ts';

const color = '#000000';
const look: Look = {
  colors: {
    surface: color,
    ink: color,
    ink3: color,
    rule: color,
    outside: color,
    outsideLine: color,
    halo: color,
    hatch: color,
    accent: color,
    followed: color,
    ramp: [color, color, color, color, color]
  },
  kind: 'communes',
  circled: false,
  classed: true,
  sized: false,
  symbolScale: 1,
  ground: false
};

describe('the layers of the live map', () => {
  it('are each drawn once, schools that wait over all', () => {
    expect(new Set(LAYER_ORDER).size).toBe(LAYER_ORDER.length);
    expect(LAYER_ORDER.at(-1)).toBe('school-waiting');
    expect(Object.keys(LAYERS).sort()).toEqual([...LAYER_ORDER].sort());
  });

  it('find their place whatever comes first', () => {
    const stood: string[] = [];
    const map = { getLayer: (id: string) => (stood.includes(id) ? { id } : undefined) };
    for (const id of [...LAYER_ORDER].reverse()) {
      const above = layerAbove(map as never, id);
      stood.splice(above === undefined ? stood.length : stood.indexOf(above), 0, id);
    }
    expect(stood).toEqual([...LAYER_ORDER]);
  });

  it('draw borders that are seen in a territory without values: not white on white', () => {
    const border = (classed: boolean) =>
      LAYERS['commune-border']({
        ...look,
        classed,
        colors: { ...look.colors, halo: '#ffffff', rule: '#85898b' }
      }).paint;
    expect(border(true)).toMatchObject({ 'line-color': '#ffffff' });
    expect(border(false)).toMatchObject({ 'line-color': '#85898b' });
  });

  it('show no class of neighbourhoods where these are not the subject', () => {
    const visibility = (kind: Look['kind']) => LAYERS['qpv-fill']({ ...look, kind }).layout?.visibility;
    expect([visibility('communes'), visibility('quartiers'), visibility('ecoles')]).toEqual([
      'none',
      'visible',
      'none'
    ]);
  });
});
