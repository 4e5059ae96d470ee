// What a screen reader is given of the site: every page and view in one walk.
import { expect, test } from '@playwright/test';
import { heardDefects } from '../../../scripts/reading/defects.ts';
import { VIEWS } from '../../../scripts/reading/views.ts';
import { viewOf } from '../visits/record.ts';

test('every page and view names its controls, orders its headings, captions its tables and tells its drawings', () => {
  const found = VIEWS.flatMap((view) => {
    const { tree, elements } = viewOf(view).reader;
    return [...heardDefects(tree), ...elements].map((defect) => `/${view}: ${defect}`);
  });
  expect(found).toEqual([]);
});
