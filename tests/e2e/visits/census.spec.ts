// Each page and view of the site, opened once: all that is asked of it is read and kept for the judges of `judged/`. A visit judges nothing.
import { VIEWS } from '../../../scripts/reading/views.ts';
import { injected } from '../page-checks.ts';
import { ROUTES } from '../page.ts';
import { paperFill } from '../paper-fill.ts';
import { openQuiet } from '../quiet.ts';
import { ONE_OF_EACH_DOOR } from './addresses.ts';
import { readByEar, readByThumb, readDesk, readNarrow, readTexts } from './read-page.ts';
import { keep, type View, type Visit } from './record.ts';
import { test } from './visitor.ts';

for (const route of VIEWS)
  test(`/${route} is visited`, async ({ page, traffic }) => {
    const isPage = ROUTES.includes(route);
    await openQuiet(page, route);
    const whole = isPage && {
      texts: await readTexts(page),
      desk: await readDesk(page, ONE_OF_EACH_DOOR.includes(route))
    };
    const sheets = await paperFill(page);
    const reader = await readByEar(page);
    const narrow = isPage && (await readNarrow(page));
    const phone = await readByThumb(page);
    const view: View = { reader, phone, sheets, traffic: await traffic() };
    // Last: the policy refuses it, and the browser says so.
    if (whole && narrow)
      keep('demonstration', route, {
        ...view,
        ...whole,
        narrow,
        injected: await injected(page)
      } satisfies Visit);
    else keep('demonstration', route, view);
  });
