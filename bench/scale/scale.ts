// How cost grows with a service: 11, 100 and 400 communes, 80, 1,000 and 5,000 schools, 400, 10,000 and 100,000 children.
import { rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { portraitPath } from '../../src/lib/pages/register.ts';
import { syntheticService, type ServiceSize } from '../../tests/fixtures/synthetic/service.ts';
import { buildSite, ROOT } from '../../scripts/setup.mjs';
import { writeTerritorySite } from '../../scripts/territory/site.ts';
import { serveCompressed } from '../built-site.ts';
import { inWorks, measured, quantile, type Bench, type Measurement, type Progress } from '../measurement.ts';
import { standardWork } from '../standard-work.ts';
import { engineTimes, type EngineTimes } from './engines.ts';
import { visitAlone, type Visit } from './visit.ts';

const SIZES: readonly ServiceSize[] = [
  { communes: 11, schools: 80, children: 400 },
  { communes: 100, schools: 1_000, children: 10_000 },
  { communes: 400, schools: 5_000, children: 100_000 }
];
const VISITS = 3;
const OUT = join(ROOT, '.cache/scale');

/** What is told of one size: samples by name, with their unit; those that grow are compared with the smallest size. */
type Samples = Map<string, { unit: string; samples: number[]; grows: boolean; work: number }>;

const inSeconds = (milliseconds: number) => milliseconds / 1000;

const OF_VISIT: readonly (readonly [string, string, (visit: Visit) => number | null])[] = [
  ['première visite', 'kB br', ({ bytes }) => bytes],
  ['  dont la page, carte dessinée comprise', 'kB br', ({ page }) => page],
  ['éléments de la carte dessinée', '', ({ elements }) => elements],
  ['chiffres peints', 's', ({ painted }) => inSeconds(painted)],
  ['un filtre répond', 's', ({ filter }) => inSeconds(filter)],
  ['la carte répond', 's', ({ map }) => inSeconds(map)],
  ['carte vivante, depuis le premier geste', 's', ({ live }) => live && inSeconds(live)],
  ['première réponse SQL', 's', ({ sql }) => inSeconds(sql)],
  ['un filtre : chiffres', 'ms', ({ figures }) => figures],
  ['un filtre : à l’écran, carte comprise', 'ms', ({ screen }) => screen],
  ['mémoire des objets de la page', 'Mo', ({ heap }) => heap],
  ['mémoire de l’onglet au plus haut', 'Mo', ({ peak }) => peak]
];

const OF_ENGINES: readonly (readonly [keyof EngineTimes, string, string])[] = [
  ['firstSplit', 'répartition : premier plan', 's'],
  ['quickSplit', 'répartition : plan rapide', 's'],
  ['firstMeetings', 'réunions : premier plan', 's'],
  ['meetingGap', 'réunions : mieux possible au plus, après 5 s', '%'],
  ['agendas', 'ordres du jour de l’année, prouvés', 's']
];

/** Of the first commune. */
const PORTRAIT = portraitPath('59001');

/** The first page and one portrait: there is one a commune and a neighbourhood, and to make them all says no more. */
async function builtSite(size: ServiceSize, samples: Samples): Promise<string> {
  const began = performance.now();
  const files = await syntheticService(size);
  const built = (performance.now() - began) / 1000;
  const work = standardWork();
  const set = (name: string, unit: string, value: number) =>
    samples.set(name, { unit, samples: [value], grows: true, work });
  set('territoire construit', 's', built);
  set('fichiers du territoire', 'Mo', [...files.values()].reduce((sum, { length }) => sum + length, 0) / 1e6);
  const site = join(OUT, `${size.communes}`);
  await writeTerritorySite(files, site, { only: ['/', PORTRAIT.slice(0, -1)] });
  set('un portrait, non compressé', 'kB', statSync(join(site, PORTRAIT, 'index.html')).size / 1000);
  // No visit asks for them, and to compress them would last longer than all else.
  for (const unseen of ['downloads', dirname(PORTRAIT)]) rmSync(join(site, unseen), { recursive: true });
  return serveCompressed(site, `scale/served-${size.communes}`);
}

async function measuredSize(size: ServiceSize, visits: number, progress: Progress): Promise<Samples> {
  const samples: Samples = new Map();
  progress('construction');
  const address = await builtSite(size, samples);
  const told: Visit[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    progress(`visite ${visit + 1} sur ${visits}`);
    told.push(await visitAlone(address));
  }
  const pageWork = quantile(
    told.map(({ work }) => work),
    0.5
  );
  for (const [name, unit, of] of OF_VISIT) {
    const values = told.map(of).filter((value) => value !== null);
    if (values.length > 0) samples.set(name, { unit, samples: values, grows: true, work: pageWork });
  }
  progress('moteurs');
  const work = standardWork();
  const engines = await engineTimes(size);
  for (const [key, name, unit] of OF_ENGINES) {
    const value = engines[key];
    if (value !== null) samples.set(name, { unit, samples: [value], grows: unit === 's', work });
  }
  return samples;
}

/** Each size's measurements; beyond the first, how many times as much as in the smallest. */
function measurementsOf(label: string, samples: Samples, smallest: Samples): Measurement[] {
  return [...samples].flatMap(([name, { unit, samples: values, grows, work }]) => {
    const one = inWorks(measured(`${label} : ${name}`, unit, values), work);
    const least = smallest.get(name);
    if (!grows || samples === smallest || !least) return [one];
    const ratio = one.median / quantile(least.samples, 0.5);
    return [one, measured('  fois le plus petit', 'x', [ratio])];
  });
}

export const run: Bench = async ({ progress, quick }) => {
  buildSite({ stdio: ['ignore', process.stderr, process.stderr] });
  const sizes = quick ? SIZES.slice(0, 2) : SIZES;
  let smallest: Samples | null = null;
  const measurements: Measurement[] = [];
  for (const size of sizes) {
    const count = (value: number, word: string) => `${value.toLocaleString('fr-FR')} ${word}`;
    const { communes, schools, children } = size;
    const label = [count(communes, 'communes'), count(schools, 'écoles'), count(children, 'enfants')].join(
      ', '
    );
    progress(label);
    const samples = await measuredSize(size, quick ? 1 : VISITS, progress);
    smallest ??= samples;
    for (const [name, { unit, samples: values }] of samples)
      progress(`${name} : ${quantile(values, 0.5).toPrecision(3)} ${unit}`);
    measurements.push(...measurementsOf(label, samples, smallest));
  }
  rmSync(OUT, { recursive: true, force: true });
  return measurements;
};
