// The ground of a territory out of an extract: Porto, and 300 MB made of copies of Liechtenstein; in Node and in a worker of Chromium, beside the former reader.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as driver } from '@playwright/test';
import { extractHeader, type GroundBox } from '../../src/lib/engines/ground/index.ts';
import { openExtract } from '../../scripts/graph/open-extract.ts';
import { chromium, ROOT } from '../../scripts/setup.mjs';
import { measured, type Bench, type Measurement, type Progress } from '../measurement.ts';
import { servePage } from '../page-server.ts';
import { descendantPeak, descendantSeconds } from '../processes.ts';
import { writeLargeExtract } from './large-extract.ts';
import type { NodeRun } from './one-run.ts';
import type { PageRun } from './page/main.ts';

const REAL = join(process.env.MAILLAGE_REAL ?? join(ROOT, '../shared/real'), 'osm');
/** Its roads alone: the densest network. */
const PORTO = join(REAL, 'porto.osm.pbf');
/** With its buildings and its land, as a region has them. */
const LIECHTENSTEIN = join(REAL, 'liechtenstein.osm.pbf');
const COPIES = 230;

/** Most of each part of the work on the large extract, processor seconds. */
const MOST = { reading: 25, graphs: 10, tiles: 12, megabytes: 600, archive: 8, porto: 12, stop: 0.5 };

const most = (value: number | undefined) =>
  value === undefined ? null : { at: 'median' as const, most: value };
const one = (name: string, unit: string, value: number, limit?: number) =>
  measured(name, unit, [value], most(limit));

function inNode(kind: 'former' | 'reader' | 'ground', path: string, box: GroundBox): NodeRun {
  const script = join(ROOT, 'bench/ground/one-run.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    // The former reader needs gigabytes: it would not end otherwise.
    [
      '--import',
      'tsx',
      ...(kind === 'former' ? ['--max-old-space-size=8192'] : []),
      script,
      kind,
      path,
      box.join(',')
    ],
    { encoding: 'utf8', cwd: ROOT }
  );
  if (status !== 0) throw new Error(`${kind}: ${stderr}`);
  return JSON.parse(stdout) as NodeRun;
}

async function inChromium(
  path: string,
  box: GroundBox
): Promise<PageRun & { cpu: number; peak: number; stop: number }> {
  const site = await servePage('ground/page', {});
  const server = await driver.launchServer({ executablePath: chromium(), args: ['--no-sandbox'] });
  const browser = await driver.connect(server.wsEndpoint());
  const pid = server.process().pid!;
  try {
    const open = async () => {
      const page = await browser.newPage();
      await page.goto(site.address);
      await page.waitForFunction(() => 'groundInWorker' in window);
      await page.setInputFiles('input', path);
      return page;
    };
    const page = await open();
    const before = descendantSeconds(pid);
    const run = await page.evaluate((where) => window.groundInWorker(where, null), box);
    const [cpu, peak] = [descendantSeconds(pid) - before, descendantPeak(pid)];
    const stops: number[] = [];
    for (const after of [run.seconds * 0.2, run.seconds * 0.6, run.seconds * 0.9])
      stops.push(
        (await page.evaluate(([where, time]) => window.groundInWorker(where, time), [box, after] as const))
          .stop ?? 0
      );
    return { ...run, cpu, peak, stop: Math.max(...stops) };
  } finally {
    await server.close();
    site.forget();
  }
}

async function subject(
  name: string,
  path: string,
  box: GroundBox,
  limits: Partial<typeof MOST>,
  progress: Progress
): Promise<Measurement[]> {
  progress(`${name} : ${Math.round(statSync(path).size / 1e6)} Mo`);
  const node = inNode('ground', path, box);
  const page = await inChromium(path, box);
  const parts = (place: string, stages: Record<string, number>) => [
    one(`${name}, ${place} : lecture`, 's', stages['reading'] ?? 0, limits.reading),
    one(`${name}, ${place} : trois graphes`, 's', stages['graphs'] ?? 0, limits.graphs),
    one(`${name}, ${place} : tuiles et papier`, 's', stages['tiles'] ?? 0, limits.tiles)
  ];
  const former = inNode('former', path, box);
  const reader = inNode('reader', path, box);
  return [
    ...parts('Node, processeur', node.stages),
    one(`${name}, Node : toute la chaîne, processeur`, 's', node.cpu, limits.porto),
    one(`${name}, Node : mémoire au plus haut`, 'Mo', node.peak),
    ...parts('Chromium', page.stages),
    one(`${name}, Chromium : toute la chaîne, processeur`, 's', page.cpu, limits.porto),
    one(`${name}, Chromium : mémoire de la page au plus haut`, 'Mo', page.peak, limits.megabytes),
    one(`${name}, Chromium : réponse à un arrêt`, 's', page.stop, limits.stop),
    one(`${name} : archive de tuiles`, 'Mo', page.archiveBytes / 1e6, limits.archive),
    one(`${name}, lecture des routes : osm-pbf-parser-node, processeur`, 's', former.cpu),
    one(`${name}, lecture des routes : ce lecteur, processeur`, 's', reader.cpu),
    one(`${name}, lecture des routes : osm-pbf-parser-node, mémoire`, 'Mo', former.peak),
    one(`${name}, lecture des routes : ce lecteur, mémoire`, 'Mo', reader.peak),
    one(
      `${name}, lecture des routes : processeur, part de l’autre`,
      '%',
      (100 * reader.cpu) / former.cpu,
      limits.reading && 100 / 3
    ),
    one(
      `${name}, lecture des routes : mémoire, part de l’autre`,
      '%',
      (100 * reader.peak) / former.peak,
      limits.reading && 100 / 6
    )
  ];
}

async function covered(path: string): Promise<GroundBox> {
  const { box } = await extractHeader(openExtract(path));
  if (!box) throw new Error(`${path} does not say what it covers`);
  return box;
}

export const run: Bench = async ({ progress }) => {
  const { porto, stop, ...large } = MOST;
  const measurements: Measurement[] = [];
  if (existsSync(PORTO))
    measurements.push(...(await subject('Porto', PORTO, await covered(PORTO), { porto, stop }, progress)));
  else progress('Porto absent : rien à mesurer.');
  if (!existsSync(LIECHTENSTEIN)) {
    progress('Liechtenstein absent : l’extrait de 300 Mo n’est pas fait.');
    return measurements;
  }
  const folder = mkdtempSync(join(tmpdir(), 'ground-'));
  try {
    const path = join(folder, 'large.osm.pbf');
    progress(`${COPIES} copies du Liechtenstein côte à côte…`);
    const small = openExtract(LIECHTENSTEIN);
    const box = await writeLargeExtract(small, await covered(LIECHTENSTEIN), path, COPIES);
    const others = await subject('Extrait de 300 Mo', path, box, { ...large, stop }, progress);
    return [...measurements, ...others];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
