// A peer on the same table: four linked views, from a choice in a menu to the DOM. vgplot is installed by hand: `MAILLAGE_VGPLOT`
// is a folder where `npm install @uwdata/vgplot` was run.
import { join, resolve } from 'node:path';
import { servePage } from '../page-server.ts';
import { openSite } from '../built-site.ts';
import { measured, type Measurement, type Progress } from '../measurement.ts';

const FOLDER = process.env.MAILLAGE_VGPLOT;
const PRESSES = 48;

export async function compareWithVgplot(progress: Progress): Promise<Measurement[]> {
  if (!FOLDER) {
    progress('vgplot absent : sans MAILLAGE_VGPLOT, cette comparaison n’est pas faite');
    return [];
  }
  const vgplot = join(resolve(FOLDER), 'node_modules/@uwdata/vgplot/src/index.js');
  const site = await servePage('national/vgplot-page', {}, { 'vgplot-by-hand': vgplot });
  const { newVisitor } = await openSite();
  const visitor = await newVisitor();
  const page = await visitor.newPage();
  await page.goto(site.address);
  await page.waitForFunction(() => 'compareViews' in window);
  progress(`${PRESSES} filtres, de chaque côté`);
  const { ours, theirs, differences } = await page.evaluate((turns) => window.compareViews(turns), PRESSES);
  await visitor.close();
  site.forget();
  if (differences > 0) throw new Error(`${differences} views differ between the two sides`);
  const mine = measured('filtre -> quatre vues dans le DOM, un million de parcours : Maillage', 'ms', ours);
  const peer = measured('  vgplot', 'ms', theirs);
  return [
    ...[mine, peer],
    measured('  rapport', 'x', [mine.median / peer.median], { at: 'median', most: 0.1 })
  ];
}
