// The ground of a territory: shown unless its reader hides it, and never in the way of the map.
import { describe, expect, it, vi } from 'vitest';
import { groundCredit } from '../../../../src/lib/map/ground/credit.ts';
import { GroundState, type GroundParts } from '../../../../src/lib/map/ground/ground.svelte.ts';

const PARTS = {} as GroundParts;
const river = {
  type: 'Feature',
  properties: { kind: 'river', name: 'Escaut' },
  geometry: { type: 'MultiLineString', coordinates: [] }
};
const answer = (features: unknown[]) => new Response(JSON.stringify({ type: 'FeatureCollection', features }));

function state(answers: (() => Response)[], ground = true) {
  const asked: string[] = [];
  const fetched = ((url: string) => {
    asked.push(url);
    return Promise.resolve(answers.shift()!());
  }) as typeof fetch;
  const choice = { ground, chooseGround: (shown: boolean) => void (choice.ground = shown) };
  const facts = { tiles: true, paper: true, source: 'generalised' } as const;
  const files = { base: '/site', fetch: fetched };
  return { asked, choice, ground: new GroundState(facts, files, choice, () => Promise.resolve(PARTS)) };
}

describe('the ground of a territory', () => {
  it('is asked for once, from the files of the territory', async () => {
    const { asked, ground } = state([() => answer([river])]);
    await Promise.all([ground.load(), ground.load()]);
    expect(asked).toEqual(['/site/map/ground.geojson']);
    expect([ground.inSvg, ground.offers(true), ground.offers(false)]).toEqual([true, true, true]);
  });

  it('is not drawn where its reader hides it, and still offered', async () => {
    const { choice, ground } = state([() => answer([river])], false);
    await ground.load();
    expect([ground.shown, ground.inSvg, ground.offers(false)]).toEqual([false, false, true]);
    ground.choose(true);
    expect(choice.ground).toBe(true);
    expect(ground.inSvg).toBe(true);
  });

  it('that cannot be read leaves the map as it is, and the next map asks again', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { ground } = state([() => new Response('', { status: 404 }), () => answer([river])]);
    await ground.load();
    expect([ground.inSvg, ground.offers(true)]).toEqual([false, false]);
    await ground.load();
    expect(ground.inSvg).toBe(true);
    expect(warned).toHaveBeenCalledOnce();
    warned.mockRestore();
  });

  it('none is asked for where the territory has none', async () => {
    const none = new GroundState(
      undefined,
      { base: '', fetch: () => Promise.reject(new Error('asked')) },
      { ground: true, chooseGround: () => undefined },
      () => Promise.reject(new Error('asked'))
    );
    await none.load();
    expect([none.shown, none.inSvg, none.offers(false)]).toEqual([false, false, false]);
  });

  it('says whose it is', () => {
    const credit = (source: 'openstreetmap' | 'generalised' | 'operator', own?: string) =>
      groundCredit({ tiles: true, paper: true, source, ...(own && { credit: own }) });
    expect(credit('openstreetmap')).toBe('© contributeurs OpenStreetMap');
    expect(credit('generalised')).toBe('Tracés généralisés');
    expect(credit('operator', 'IGN, Plan IGN')).toBe('IGN, Plan IGN');
  });
});
