// The coverage page's state: what is prerendered, the classes of the map and its key.
import { describe, expect, it } from 'vitest';
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

describe('the classes of the map', () => {
  it('follow the figure that is shown, and the legend has no class without a commune', async () => {
    const { coverage } = opened();
    const { coverageLegend } = await import('../../../../src/lib/features/coverage/coverage-scene.ts');
    for (const measure of ['rate', 'share'] as const) {
      coverage.change({ measure });
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

describe('the key of the view of schools', () => {
  it('shows followed schools as they are drawn, and what a size means', async () => {
    const { coverage } = opened();
    const { coverageSymbols } = await import('../../../../src/lib/features/coverage/coverage-scene.ts');
    const inCommunes = coverageSymbols(coverage).map(({ kind }) => kind);
    expect(inCommunes).toContain('followed');
    expect(inCommunes).not.toContain('sized');
    coverage.change({ view: 'ecoles' });
    const symbols = coverageSymbols(coverage);
    expect(symbols.find(({ label }) => label === 'École suivie')?.kind).toBe('sized');
    const sizes = symbols.filter(({ label }) => /^taille/.test(label));
    expect(sizes.length).toBeGreaterThan(0);
    for (const { radius } of sizes) expect(radius).toBeGreaterThan(0);
    expect(new Set(symbols.map(({ label }) => label)).size).toBe(symbols.length);
  });
});
