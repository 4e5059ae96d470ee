// A whole territory built in a worker of Chromium: seconds, and the peak of the page's process.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as driver } from '@playwright/test';
import { chromium, ROOT } from '../../scripts/setup.mjs';
import { measured, type Bench, type Measurement } from '../measurement.ts';
import { descendantPeak } from '../processes.ts';
import { namedFiles, serveBuildPage } from './build-page.ts';

const REAL = process.env.MAILLAGE_REAL ?? join(ROOT, '../shared/real');
const RUNS = 3;

const example = (file: string) =>
  JSON.parse(readFileSync(join(ROOT, 'docs/examples', file), 'utf8')) as object;

interface Subject {
  name: string;
  config: object;
  most: { seconds: number; megabytes: number };
  /** Out of the packs alone. */
  departements?: readonly string[];
}

const SUBJECTS: readonly Subject[] = [
  { name: 'MEL', config: example('mel.json'), most: { seconds: 8, megabytes: 350 } },
  {
    name: 'Maubeuge Val de Sambre',
    config: { siren: '200043396', base: { departements: ['59'] } },
    departements: ['59'],
    most: { seconds: 4, megabytes: 350 }
  }
];

async function subject({ name, config, departements = [], most }: Subject): Promise<Measurement[]> {
  const files = new Map(namedFiles(config).map((source) => [source, join(REAL, source)] as const));
  const site = await serveBuildPage(config, files, departements);
  const seconds: number[] = [];
  const peaks: number[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      const server = await driver.launchServer({ executablePath: chromium(), args: ['--no-sandbox'] });
      const browser = await driver.connect(server.wsEndpoint());
      try {
        const page = await browser.newPage();
        await page.goto(site.address);
        await page.waitForFunction(() => 'buildInWorker' in window);
        const answer = await page.evaluate((request) => window.buildInWorker(request), site.request);
        if (answer.refusal) throw new Error(`${name}: ${answer.refusal}`);
        seconds.push(answer.seconds);
        peaks.push(descendantPeak(server.process().pid!));
      } finally {
        await server.close();
      }
    }
  } finally {
    site.forget();
  }
  return [
    measured(`${name}, construction dans la page`, 's', seconds, { at: 'median', most: most.seconds }),
    measured(`${name}, mémoire de la page au plus haut`, 'Mo', peaks, { at: 'median', most: most.megabytes })
  ];
}

export const run: Bench = async ({ progress }) => {
  const all: Measurement[] = [];
  for (const one of SUBJECTS) {
    const absent = namedFiles(one.config).find((file) => !existsSync(join(REAL, file)));
    if (absent === undefined) all.push(...(await subject(one)));
    else progress(`${one.name} : ${absent} absent de ${REAL}, rien à mesurer.`);
  }
  return all;
};
