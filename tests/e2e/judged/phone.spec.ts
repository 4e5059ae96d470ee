// On a phone, by one thumb: what every page and view owes.
import { expect, test } from '@playwright/test';
import { VIEWS } from '../../../scripts/reading/views.ts';
import { routesOf } from '../page.ts';
import { viewOf } from '../visits/record.ts';

const soft = expect.configure({ soft: true });

for (const route of VIEWS)
  test(`/${route} is used by one thumb: as wide as the screen, targets of 44 px, an edge where a table goes on`, () => {
    const { width, edges, labels, targets, menuTargets, drawings } = viewOf(route).phone;
    soft(width, 'sideways').toBeLessThanOrEqual(360);
    soft(edges, 'edges').toEqual([]);
    soft(labels, 'labels').toEqual([]);
    soft(targets, 'targets').toEqual([]);
    soft(menuTargets, 'targets of the menu').toEqual([]);
    soft(drawings.bad, 'drawings').toEqual([]);
  });

test('the maps and the charts of a report and of its public version are whole on a phone, as large as they are written', () => {
  const [report] = routesOf(({ feature }) => feature === 'report');
  for (const view of ['rapport', 'publique']) {
    const { count, bad } = viewOf(`${report}?vue=${view}`).phone.drawings;
    expect(count, view).toBeGreaterThan(1);
    expect(bad, view).toEqual([]);
  }
});
