// A whole territory built in a worker of Chromium: seconds, and the peak of the page's process.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as driver } from '@playwright/test';
import { chromium, ROOT } from '../../setup.mjs';
import { measured, type Bench, type Measurement } from '../measurement.ts';
import { namedFiles, serveBuildPage } from './build-page.ts';

const REAL = process.env.MAILLAGE_REAL ?? join(ROOT, '../shared/real');
const RUNS = 3;
const MEGABYTE = 1024 * 1024;

interface Subject {
  name: string;
  config: string;
  most: { seconds: number; megabytes: number };
  change?: object;
}

const SUBJECTS: readonly Subject[] = [
  { name: 'MEL', config: 'mel.json', most: { seconds: 8, megabytes: 350 } },
  {
    name: 'Maubeuge',
    config: 'mel.json',
    change: { siren: '200043396', name: 'Maubeuge Val de Sambre' },
    most: { seconds: 4, megabytes: 350 }
  }
];

/** Largest resident memory of a renderer of this browser since it began, bytes; Linux only. */
function rendererPeak(marker: string): number {
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (!command.includes('--type=renderer') || !command.includes(marker)) return [];
        const [, kilobytes = '0'] =
          /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
        return [Number(kilobytes) * 1024];
      } catch {
        // Ended meanwhile.
        return [];
      }
    });
  return Math.max(0, ...peaks);
}

async function subject({ name, config: file, change, most }: Subject): Promise<Measurement[]> {
  const config = {
    ...(JSON.parse(readFileSync(join(ROOT, 'docs/examples', file), 'utf8')) as object),
    ...change
  };
  const files = new Map(namedFiles(config).map((source) => [source, join(REAL, source)] as const));
  const site = await serveBuildPage(config, files);
  const seconds: number[] = [];
  const peaks: number[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      // A mark in the command line of every process of this browser, by which its renderer is found.
      const marker = `--user-agent=maillage-${process.pid}-${run}`;
      const browser = await driver.launch({ executablePath: chromium(), args: ['--no-sandbox', marker] });
      try {
        const page = await browser.newPage();
        await page.goto(site.address);
        await page.waitForFunction(() => 'buildInWorker' in window);
        const answer = await page.evaluate((request) => window.buildInWorker(request), site.request);
        if (answer.refusal) throw new Error(`${name}: ${answer.refusal}`);
        seconds.push(answer.seconds);
        peaks.push(rendererPeak(marker) / MEGABYTE);
      } finally {
        await browser.close();
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
  if (!existsSync(REAL)) {
    progress(`Fichiers officiels absents (${REAL}) : rien à mesurer.`);
    return [];
  }
  const all: Measurement[] = [];
  for (const one of SUBJECTS) all.push(...(await subject(one)));
  return all;
};
