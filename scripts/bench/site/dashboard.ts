// A filter on the coverage page: from the key press to the data, the DOM, the map's raster and the frame on screen.
import type { Page } from '@playwright/test';
import { dataTimes } from './dashboard-data.ts';
import { installProbe, type Sample } from './dashboard-probe.ts';
import { watchLoading } from './loading-marks.ts';
import { openSite } from '../built-site.ts';
import { measured, type Bench } from '../measurement.ts';

const INTERACTIONS = 200;
const WARM_UP = 12;
/** Time for the map's workers to answer what the last filter asked of them. */
const SETTLE_MS = 150;
const PATIENCE_MS = 3000;

/** Three filters in turn; a key takes the next choice, which always differs. */
const LEVEL = '.filters .segmented input:checked';
const THEME = '.filters .more select >> nth=0';
const YEAR = '.filters > .select select';

interface Press {
  control: string;
  key: string;
}

/** Level goes round; years and themes go down their list, then up. */
function pressOf(i: number): Press {
  const turn = Math.floor(i / 3);
  if (i % 3 === 0) return { control: LEVEL, key: 'ArrowRight' };
  if (i % 3 === 1) return { control: THEME, key: turn % 10 < 5 ? 'ArrowDown' : 'ArrowUp' };
  return { control: YEAR, key: turn % 8 < 4 ? 'ArrowDown' : 'ArrowUp' };
}

async function sample(
  page: Page,
  { control, key }: Press,
  pixels: boolean,
  redraw: boolean
): Promise<Sample> {
  await page.locator(control).focus();
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate((options) => window.benchProbe.rest().then(() => window.benchProbe.arm(options)), {
    pixels,
    redraw
  });
  await page.keyboard.press(key);
  return page.evaluate(() => window.benchProbe.sample());
}

/** Each press is followed by a bare redraw of the map, measured in the same way. */
async function rounds(page: Page, progress: (line: string) => void) {
  const changes: Sample[] = [];
  const redraws: Sample[] = [];
  const bare = { control: LEVEL, key: 'F8' };
  for (let i = -WARM_UP; i < INTERACTIONS; i += 1) {
    if (i > 0 && i % 50 === 0) progress(`filtre ${i} sur ${INTERACTIONS}`);
    // Each kind of press in turn reads pixels, which delays the frame, or waits for the frame.
    const pixels = Math.floor(i / 3) % 2 === 0;
    const press = pressOf(i + WARM_UP);
    const changed = await sample(page, press, pixels, false);
    const redrawn = await sample(page, bare, pixels, true);
    if (i >= 0) {
      changes.push(changed);
      redraws.push(redrawn);
    }
  }
  return { changes, redraws };
}

/** The level always changes classes on the map; a theme or a year may leave them all as they are. */
const RECOLOURS = (_: Sample, i: number) => i % 3 === 0;

const known = (samples: readonly Sample[], key: 'raster' | 'frame') =>
  samples.flatMap((one) => one[key] ?? []);

export const run: Bench = async (progress) => {
  const data = dataTimes(INTERACTIONS);
  const { address, newVisitor } = await openSite();
  const visitor = await newVisitor();
  const page = await visitor.newPage();
  const marks = await watchLoading(page, { active: true });
  await page.goto(address);
  await marks.until('sql');
  await page.keyboard.press('Escape');
  await page.evaluate(installProbe, PATIENCE_MS);
  const { changes, redraws } = await rounds(page, progress);
  await visitor.close();

  const raster = measured('du DOM à la carte recolorée', 'ms', known(changes.filter(RECOLOURS), 'raster'));
  const bareRaster = measured('  carte retracée sans changement', 'ms', known(redraws, 'raster'));
  const frame = measured('du geste à l’image présentée', 'ms', known(changes, 'frame'));
  const bareFrame = measured('  image présentée sans changement', 'ms', known(redraws, 'frame'));
  const dom = changes.map((one) => one.dom);
  return [
    measured('filtre -> données des quatre vues', 'ms', data, { at: 'p95', most: 0.5 }),
    measured('du geste au DOM (chiffres, graphique, table)', 'ms', dom, { at: 'p95', most: 8 }),
    raster,
    bareRaster,
    measured('  rapport', 'x', [raster.median / bareRaster.median], { at: 'median', most: 1.1 }),
    frame,
    bareFrame,
    measured('  rapport', 'x', [frame.median / bareFrame.median], { at: 'median', most: 1.4 })
  ];
};
