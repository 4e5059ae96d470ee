// The tables of Couverture are written where no page is drawn, as the site is: the colours of their map are those of files alone.
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { schoolsTable, zonesTable } from '../../../../src/lib/features/coverage/coverage-files.ts';
import { CoverageState } from '../../../../src/lib/features/coverage/coverage-state.svelte.ts';
import { SiteData } from '../../../../src/lib/session/site-data.svelte.ts';
import Table from '../../../../src/lib/ui/table/Table.svelte';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

it('a row a place, a row a school, under their heads', () => {
  const coverage = new CoverageState(new SiteData(smallDashboard));
  for (const table of [zonesTable(coverage), schoolsTable(coverage)]) {
    const { body } = render(Table, { props: { ...table } as never });
    expect(body.match(/<tr/g)).toHaveLength(table.rows.length + 1);
  }
});
