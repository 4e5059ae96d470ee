// The coverage page's state: what is prerendered, the classes of the map and its key.
import { describe, expect, it, vi } from 'vitest';
import { CoverageState } from '../../../../src/lib/features/coverage/coverage-state.svelte.ts';
import { SiteData } from '../../../../src/lib/session/site-data.svelte.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

/** Each commune has a collège, so that each has a rate. */
const schools = smallDashboard.schools.flatMap((one) =>
  one.kind === 'college' ? [one, { ...one, uai: '0000007G', commune: '10001' }] : [one]
);
const opened = () => ({ coverage: new CoverageState(new SiteData({ ...smallDashboard, schools })) });

it('is as prerendered until something is filtered', () => {
  const { coverage } = opened();
  expect(coverage.isAsPrerendered).toBe(true);
  coverage.change({ level: 'maternelle' });
  expect(coverage.isAsPrerendered).toBe(false);
});

it('applies a filter without a link: it is read on arrival, by Back and Forward alone', () => {
  const { coverage } = opened();
  coverage.read(new URLSearchParams('niveau=maternelle'));
  const read = vi.spyOn(URLSearchParams.prototype, 'get');
  coverage.change({ level: 'college' });
  coverage.choose({ kind: 'commune', code: '10001' });
  expect(coverage.filter).toMatchObject({ level: 'college', place: { code: '10001' } });
  expect(read).not.toHaveBeenCalled();
  read.mockRestore();
  expect(String(coverage.write())).toBe('niveau=college&lieu=10001');
  // What one moment does not show is as usual.
  coverage.change({ moment: 'change' });
  expect([coverage.address.level, String(coverage.write())]).toEqual(['ALL', 'moment=evolution&lieu=10001']);
  coverage.read(new URLSearchParams('niveau=maternelle'));
  expect(coverage.filter).toMatchObject({ level: 'maternelle', place: null });
});

describe('the classes of the map', () => {
  it('follow the figure that is shown, and the legend has no class without a commune', async () => {
    const { coverage } = opened();
    const { coverageLegend } = await import('../../../../src/lib/features/coverage/coverage-scene.ts');
    for (const measure of ['rate', 'share'] as const) {
      coverage.change({ view: 'communes', measure });
      const used = coverage.zones.map((zone) => coverage.classOf(zone)).filter((one) => one !== null);
      expect(
        coverageLegend(coverage)
          .map((row) => row.class)
          .sort()
      ).toEqual([...new Set(used)].sort());
      for (const zone of coverage.zones) {
        const value = coverage.valueOf(zone);
        if (value === null) continue;
        const rank = coverage.limits.filter((limit) => Math.round(value) >= limit).length;
        expect(coverage.classOf(zone)).toBe(rank);
      }
    }
  });

  it('puts a rate that reads 25 in the class that begins at 25', () => {
    const { coverage } = opened();
    const [limit = 0] = coverage.limits;
    const zone = { ...coverage.zones[0]!, rate: limit - 0.3, share: null };
    coverage.change({ measure: 'rate' });
    expect(coverage.measure).toBe('rate');
    expect(coverage.classOf(zone)).toBe(1);
  });
});

describe('the map of schools', () => {
  it('is one subject, first-degree schools, with the key of its marks; collèges are in the other views', async () => {
    const { coverage } = opened();
    const { coverageScene, coverageSymbols } =
      await import('../../../../src/lib/features/coverage/coverage-scene.ts');
    expect(coverage.address.view).toBe('ecoles');
    expect(coverageScene(coverage).points.map(({ status }) => status)).not.toContain('linked');
    expect(coverageSymbols(coverage).map(({ kind }) => kind)).toEqual(['followed', 'waiting', 'qpv']);
    coverage.change({ view: 'communes' });
    expect(coverageSymbols(coverage).map(({ kind }) => kind)).toContain('linked');
  });

  it('says on each name how many are followed, or how many wait', async () => {
    const { coverage } = opened();
    const { coverageScene } = await import('../../../../src/lib/features/coverage/coverage-scene.ts');
    const said = () => coverageScene(coverage).areas.map(({ label, awaits }) => [label, awaits]);
    expect(said()).toEqual([
      ['1 en attente', true],
      ['1 en attente', true]
    ]);
    coverage.change({ level: 'maternelle', year: '2024-2025' });
    expect(said()[0]).toEqual(['1 sur 2', false]);
  });

  it('has a table with the change in a year of each place, none where no year is before', () => {
    const { coverage } = opened();
    expect([...coverage.yearChanges.values()]).toEqual([1, 1, 0]);
    coverage.change({ year: '2024-2025' });
    expect(coverage.yearChanges.size).toBe(0);
  });
});
