// The first view of one EPCI of the national build beside the demonstration's: the same pages, visited in turn in one run.
import { join } from 'node:path';
import { buildSite } from '../../scripts/setup.mjs';
import { writeTerritorySite } from '../../scripts/territory/site.ts';
import { readFiles } from '../../scripts/territory/write-files.ts';
import { figuresPainted } from '../site/loading.ts';
import { watchLoading } from '../site/loading-marks.ts';
import { openSite, serveCompressed, type Site } from '../built-site.ts';
import { measured, type Measurement, type Progress } from '../measurement.ts';

const VISITS = 9;

interface View {
  painted: number;
  map: number;
}

async function view(address: string, { newVisitor }: Site): Promise<View> {
  const visitor = await newVisitor();
  try {
    const page = await visitor.newPage();
    const marks = await watchLoading(page, { active: false });
    await page.goto(address, { waitUntil: 'commit' });
    const map = await marks.until('map-stands');
    return { painted: await figuresPainted(page), map };
  } finally {
    await visitor.close();
  }
}

async function serveEpci(folder: string): Promise<string> {
  const site = join(folder, 'site');
  buildSite({ stdio: ['ignore', process.stderr, process.stderr] });
  await writeTerritorySite(readFiles(folder), site);
  return serveCompressed(site, 'bench-epci-site');
}

/** @param epci folder that the build of a territory filled */
export async function compareFirstViews(epci: string, progress: Progress): Promise<Measurement[]> {
  progress('site d’une agglomération du pays');
  const address = await serveEpci(epci);
  const site = await openSite();
  const views = { epci: [] as View[], demonstration: [] as View[] };
  for (let visit = -1; visit < VISITS; visit++) {
    const one = await view(address, site);
    const other = await view(site.address, site);
    if (visit < 0) continue;
    progress(`première vue ${visit + 1} sur ${VISITS}`);
    views.epci.push(one);
    views.demonstration.push(other);
  }
  const compared = (what: string, key: keyof View): Measurement[] => {
    const of = (list: View[]) => list.map((one) => one[key] / 1000);
    const epciTimes = measured(`première vue d’une agglomération du pays : ${what}`, 's', of(views.epci));
    const demonstration = measured('  de la démonstration', 's', of(views.demonstration));
    const ratio = epciTimes.median / demonstration.median;
    return [epciTimes, demonstration, measured('  rapport', 'x', [ratio], { at: 'median', most: 1.2 })];
  };
  return [...compared('chiffres peints', 'painted'), ...compared('carte qui répond', 'map')];
}
