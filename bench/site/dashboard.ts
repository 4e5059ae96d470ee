// A filter on the coverage page: from the key press to the data, the DOM, the map's raster and the frame on screen.
import type { Page } from '@playwright/test';
import { dataTimes } from './dashboard-data.ts';
import { installProbe, type Sample } from './dashboard-probe.ts';
import { watchLoading } from './loading-marks.ts';
import { openSites, type Site } from '../built-site.ts';
import { inTurn, measuredInTurn, onEach } from '../comparison.ts';
import { inWorks, measured, measuredWork, type Bench, type Target } from '../measurement.ts';
import { standardWork } from '../standard-work.ts';

const INTERACTIONS = 200;
const WARM_UP = 12;
/** Time for the map's workers to answer what the last filter asked of them. */
const SETTLE_MS = 150;
const PATIENCE_MS = 3000;

/** Three filters in turn; a key takes the next choice, which always differs. The level is a list, and buttons in a former build. */
const LEVEL =
  '.filters :is(select:has([value="elementaire"]), .segmented:has([value="elementaire"]) input:checked)';
const THEME = '.filters select:has([value="parentalite"])';
const YEAR = '.filters > .select select';

interface Press {
  control: string;
  key: string;
}

/** Each goes down its list, then up. */
function pressOf(i: number): Press {
  const turn = Math.floor(i / 3);
  if (i % 3 === 0) return { control: LEVEL, key: turn % 6 < 3 ? 'ArrowDown' : 'ArrowUp' };
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
  return page
    .evaluate(() => window.benchProbe.sample())
    .catch((error: unknown) => {
      throw new Error(`${key} on ${control}`, { cause: error });
    });
}

/** A press, then a bare redraw of the map measured in the same way. */
interface Round {
  changed: Sample;
  redrawn: Sample;
  /** The level always changes classes on the map; a theme or a year may leave them all as they are. */
  recolours: boolean;
}

async function measureRound(page: Page, round: number): Promise<Round> {
  // Each kind of press in turn reads pixels, which delays the frame, or waits for the frame.
  const pixels = Math.floor(round / 3) % 2 === 0;
  const changed = await sample(page, pressOf(round + WARM_UP), pixels, false);
  const redrawn = await sample(page, { control: LEVEL, key: 'F8' }, pixels, true);
  return { changed, redrawn, recolours: (round + WARM_UP) % 3 === 0 };
}

async function open({ address, newVisitor }: Site): Promise<Page> {
  const page = await (await newVisitor()).newPage();
  const marks = await watchLoading(page, { active: true });
  await page.goto(address);
  await marks.until('sql');
  await page.keyboard.press('Escape');
  // The live map comes when it is moved; a former build has it already.
  await page.locator('.scene-map .whole').click();
  await page.locator(':is([data-map-state="live"], [data-map-state="idle"])').waitFor();
  await page.evaluate(installProbe, PATIENCE_MS);
  return page;
}

const atMost = (at: Target['at'], most: number): Target => ({ at, most });

export const run: Bench = async ({ progress, against }) => {
  const data = measured(
    'filtre -> données des quatre vues',
    'ms',
    dataTimes(INTERACTIONS),
    atMost('p95', 0.5)
  );
  const nodeWork = standardWork();
  const sites = await openSites(against);
  const pages = await onEach(sites, open);
  const rounds = await inTurn(pages, { rounds: INTERACTIONS, warmUp: WARM_UP }, (page, round) => {
    if (page === pages.current && round > 0 && round % 50 === 0)
      progress(`filtre ${round} sur ${INTERACTIONS}`);
    return measureRound(page, round);
  });
  const work = await pages.current.evaluate(standardWork);
  await onEach(pages, (page) => page.context().close());

  const time = (name: string, figure: (round: Round) => number | null, target: Target | null = null) =>
    inWorks(measuredInTurn(name, 'ms', rounds, figure, target), work);
  const raster = time('du DOM à la carte recolorée', ({ changed, recolours }) =>
    recolours ? changed.raster : null
  );
  const bareRaster = time('  carte retracée sans changement', ({ redrawn }) => redrawn.raster);
  const frame = time('du geste à l’image présentée', ({ changed }) => changed.frame);
  const bareFrame = time('  image présentée sans changement', ({ redrawn }) => redrawn.frame);
  return [
    inWorks(data, nodeWork),
    time('du geste au DOM (chiffres, graphique, table)', ({ changed }) => changed.dom, atMost('p95', 8)),
    raster,
    bareRaster,
    measured('  rapport', 'x', [raster.median / bareRaster.median], atMost('median', 1.1)),
    frame,
    bareFrame,
    measured('  rapport', 'x', [frame.median / bareFrame.median], atMost('median', 1.4)),
    measuredWork('dans la page', [work])
  ];
};
