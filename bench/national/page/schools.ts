// Sixty thousand schools on the site's live map: what a filter that fades half of them costs, beside a bare redraw.
import { flushSync, mount, unmount } from 'svelte';
import '../../../src/lib/theme/tokens.css';
import type { Scene, ScenePoint } from '../../../src/lib/map/scene.ts';
import { SCHOOL_STATUSES } from '../../../src/lib/model/school.ts';

export interface RecolourTimes {
  /** Milliseconds to the last pixel, of each change and of the bare redraw after it. */
  recoloured: number[];
  redrawn: number[];
}

/** Longitude and latitude of each school. */
export type Places = readonly (readonly [number, number])[];

const point = ([lon, lat]: readonly [number, number], at: number): ScenePoint => ({
  ref: { kind: 'school', code: `${String(at).padStart(7, '0')}A` },
  name: `École ${at}`,
  lon,
  lat,
  size: null,
  description: '',
  faded: false,
  status: SCHOOL_STATUSES[at % SCHOOL_STATUSES.length]!
});

/** Every other département is in the filter's place: each change fades half of the country and brings back the other. */
const filtered = ({ points, ...scene }: Scene, turn: number): Scene => ({
  ...scene,
  points: points.map((one, at) => ({ ...one, faded: (Math.floor(at / 640) + turn) % 2 === 0 }))
});

export async function recolour(places: Places, turns: number): Promise<RecolourTimes> {
  const { default: Schools } = await import('./Schools.svelte');
  const opening: Scene = { kind: 'ecoles', areas: [], points: places.map(point) };
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  const edge = (values: number[], pick: 'min' | 'max') => values.reduce((a, b) => Math[pick](a, b));
  const bounds = [edge(lons, 'min'), edge(lats, 'min'), edge(lons, 'max'), edge(lats, 'max')] as const;
  let ready = () => undefined as void;
  const stands = new Promise<void>((resolve) => (ready = resolve));
  const map = mount(Schools, { target: document.body, props: { opening, bounds, onready: () => ready() } });
  await stands;
  const canvas = document.querySelector('canvas')!;
  const gl = canvas.getContext('webgl2')!;
  const pixel = new Uint8Array(4);

  /** The map draws in the frame that the change asked for; reading a pixel waits until that is done. */
  const drawn = async (change: () => void): Promise<number> => {
    const start = performance.now();
    change();
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    return performance.now() - start;
  };
  const times: RecolourTimes = { recoloured: [], redrawn: [] };
  const scenes = [filtered(opening, 0), filtered(opening, 1)];
  const redraw = () => void canvas.dispatchEvent(new CustomEvent('redraw', { bubbles: true }));
  for (let turn = -3; turn < turns; turn++) {
    const next = scenes[(turn + 3) % 2]!;
    const recoloured = await drawn(() => flushSync(() => map.show(next)));
    const redrawn = await drawn(redraw);
    if (turn < 0) continue;
    times.recoloured.push(recoloured);
    times.redrawn.push(redrawn);
  }
  await unmount(map);
  return times;
}
