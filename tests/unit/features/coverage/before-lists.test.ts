// A territory opened by its name, before any list of the service: nothing is said of the schools followed.
import { expect, it } from 'vitest';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import view from '../../../../src/lib/features/coverage/page-view.ts';
import { coverageSnapshotFromUrl } from '../../../../src/lib/features/coverage/snapshot.ts';
import type { StoryFacts } from '../../../../src/lib/features/share/page-view-type.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

const dashboard = {
  ...smallDashboard,
  pathways: {},
  schools: smallDashboard.schools.map((school) => ({
    ...school,
    ...{ status: 'outside' as const, followed_since: null, requested_since: null }
  }))
};

it('a slide says that the list is not known yet', () => {
  const [first] = view.steps!({ cube: new CoverageCube(dashboard) } as StoryFacts);
  expect(first!.text).toContain('La liste des écoles suivies n’est pas encore connue.');
});

it('a saved map carries no count of schools followed, in words or in figures', () => {
  for (const query of ['', 'vue=communes', 'vue=quartiers']) {
    const { figures, scene } = coverageSnapshotFromUrl(dashboard, new URLSearchParams(query));
    expect(figures.map(({ label }) => label)).not.toContain('Écoles suivies');
    expect(JSON.stringify(scene)).not.toMatch(/\b0 école|suivies? sur/);
    expect(scene.areas.map(({ circle }) => circle)).toEqual(scene.areas.map(() => null));
  }
});
