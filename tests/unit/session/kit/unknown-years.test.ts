// An old link, or one mistyped, opens on a year that is known, and says that it is not the one asked for.
import { describe, expect, it } from 'vitest';
import { snapshotFromUrl, type SnapshotSources } from '../../../../src/lib/features/council/page-views.ts';
import { CoverageState } from '../../../../src/lib/features/coverage/coverage-state.svelte.ts';
import { SiteData } from '../../../../src/lib/session/site-data.svelte.ts';
import { unknownYears } from '../../../../src/lib/session/kit/address-kinds.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

const params = (query: string) => new URLSearchParams(query);

describe('a link with years that the territory does not have', () => {
  it('names each of them once, short enough to be said', () => {
    const asked = (query: string) => unknownYears(params(query), ['de', 'a'], smallDashboard.years);
    expect(asked('de=1999-2000&a=2025-2026')).toEqual(['1999-2000']);
    expect(asked('de=demain&a=demain')).toEqual(['demain']);
    expect(asked(`de=${'9'.repeat(500)}`)[0]).toHaveLength(20);
    for (const known of ['', 'de=&a=2024-2025', 'de=2025-2026&a=2024-2025'])
      expect(asked(known), known).toEqual([]);
  });

  it('opens the last year and says so, until a year is chosen', () => {
    const coverage = new CoverageState(new SiteData(smallDashboard));
    coverage.read(params('annee=1999-2000'));
    expect([coverage.address.year, coverage.missing]).toEqual(['2025-2026', ['1999-2000']]);
    coverage.change({ level: 'maternelle' });
    expect(coverage.missing).toEqual(['1999-2000']);
    coverage.change({ year: '2024-2025' });
    expect(coverage.missing).toEqual([]);
  });

  it('compares years that are known, and puts reversed ones in order without a word', () => {
    const changes = new CoverageState(new SiteData(smallDashboard));
    const read = (query: string) => {
      changes.read(params(`moment=evolution&${query}`));
      return [changes.from, changes.address.year, changes.missing];
    };
    expect(read('de=2025-2026&annee=2024-2025')).toEqual(['2024-2025', '2025-2026', []]);
    expect(read('de=1999-2000&annee=2025-2026')).toEqual(['2024-2025', '2025-2026', ['1999-2000']]);
  });

  it('is drawn with a word of caution where the map stands alone', () => {
    const material: SnapshotSources = {
      dashboard: smallDashboard,
      programme: null,
      assignment: null,
      outlines: null
    };
    expect(snapshotFromUrl('/?annee=1999-2000', material)?.caution).toBe('Aucune donnée pour 1999-2000.');
    expect(snapshotFromUrl('/?annee=2024-2025&niveau=maternelle&lieu=10001', material)).toMatchObject({
      title: expect.stringMatching(/2024-2025 · Maternelle · Alpha$/) as string
    });
    expect(snapshotFromUrl('/evolution?de=1999-2000', material)).toMatchObject({
      caution: 'Aucune donnée pour 1999-2000.',
      title: expect.stringContaining('Différence entre 2024-2025 et 2025-2026') as string
    });
    expect(snapshotFromUrl('/ecoles?annee=2024-2025', material)?.title).toContain('· 2024-2025');
  });
});
