// What a country costs where users run it: a million pathways asked, 60,000 schools recoloured, 35,000 outlines drawn.
import type { School } from '../../src/lib/model/school.ts';
import { servePage } from '../page-server.ts';
import { openSite } from '../built-site.ts';
import { measured, type Measurement, type Progress } from '../measurement.ts';

const MILLION = 1_000_000;
const FILTERS = 60;
const RECOLOURS = 15;

const tenMillion = (loaded: number, rows: number, narrow: readonly number[]): Measurement[] => {
  if (rows !== 10 * MILLION) throw new Error(`${rows} rows loaded`);
  return [
    measured('dix millions de parcours : chargés', 's', [loaded]),
    measured('  quatre questions groupées', 'ms', narrow)
  ];
};

export async function measureInBrowser(
  schools: readonly School[],
  outlines: Uint8Array,
  progress: Progress
): Promise<Measurement[]> {
  const places = schools.map(({ lon, lat }) => [lon ?? 0, lat ?? 0] as const);
  const least = (axis: 0 | 1) => places.reduce((value, place) => Math.min(value, place[axis]), 180);
  const most = (axis: 0 | 1) => places.reduce((value, place) => Math.max(value, place[axis]), -180);
  const bounds: [number, number, number, number] = [least(0), least(1), most(0), most(1)];
  const site = await servePage('national/page', { 'outlines.pmtiles': outlines });
  const { newVisitor } = await openSite();
  const visitor = await newVisitor();
  const open = async () => {
    const page = await visitor.newPage();
    await page.goto(site.address);
    await page.waitForFunction(() => 'nationalPage' in window);
    return page;
  };
  const ask = async (rows: number, turns: number) => {
    progress(`${rows} parcours`);
    const page = await open();
    const asked = await page.evaluate(([n, t]) => window.nationalPage.askRows(n, t), [rows, turns] as const);
    await page.close();
    return asked;
  };
  const million = await ask(MILLION, FILTERS);
  const ten = await ask(10 * MILLION, FILTERS / 6);
  progress(`${places.length} écoles recolorées`);
  const page = await open();
  const { recoloured, redrawn } = await page.evaluate(
    ([all, turns]) => window.nationalPage.recolour(all, turns),
    [places, RECOLOURS] as const
  );
  progress('contours du pays');
  const outlined = await page.evaluate(
    (box) => window.nationalPage.readOutlines('outlines.pmtiles', box),
    bounds
  );
  await visitor.close();
  site.forget();
  const change = measured(`${places.length} écoles recolorées d’un filtre`, 'ms', recoloured);
  const redraw = measured('  carte retracée sans changement', 'ms', redrawn);
  const p95 = { at: 'p95', most: 40 } as const;
  return [
    measured('un million de parcours, chargés', 's', [million.loaded]),
    measured('  quatre questions groupées, filtre de trois champs', 'ms', million.narrow, p95),
    measured('  quatre questions groupées, filtre d’un champ', 'ms', million.broad, p95),
    ...tenMillion(ten.loaded, ten.rows, ten.narrow),
    ...[change, redraw],
    measured('  rapport', 'x', [change.median / redraw.median], { at: 'median', most: 1.4 }),
    measured(`carte de ${outlined.drawn} contours, lus par plages`, 's', [outlined.country / 1000]),
    measured('  puis d’une ville', 's', [outlined.town / 1000]),
    measured(`  lu de l’archive, en ${outlined.requests} demandes`, 'ko', [outlined.bytes / 1024])
  ];
}
