// npx tsx scripts/atlas/pictures.ts: the pictures of docs/, taken from the built site, at one density.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { openPrinter } from './print.ts';
import { ROOT, buildSite, chromium } from '../setup.mjs';
import { fail, progress, readArguments } from '../shell.ts';

/** The pages' own three columns. */
const WIDTH = 1440;

interface Picture {
  name: string;
  path: string;
  height: number;
  /** In the dark theme too, under a name of its own. */
  dark?: true;
  /** What is done on the page, and must stand, before the picture is taken. */
  ready?: (page: Page) => Promise<void>;
}

/** How long a page may take on a busy machine. */
const WAIT = 240_000;

const mapped = (page: Page) =>
  page.locator(':is([data-map-state="drawn"], [data-map-state="failed"])').first().waitFor({ timeout: WAIT });

/** The first choice of the three répartitions is put on screen. */
const carded = async (page: Page) => {
  await page.getByText('Premier choix raisonnable').waitFor();
  await page
    .getByRole('button', { name: /^Prendre celle-ci/ })
    .first()
    .click();
  // The tours of the plan are sampled: until then its road is an estimate.
  await page.locator('.voice', { hasText: '≈' }).waitFor({ state: 'hidden' });
  await page.evaluate(() => scrollTo(0, 0));
};

/** The engine, which starts once the page stands, has computed what it shows. */
const computed = async (page: Page) => {
  const stop = page.getByRole('button', { name: 'Arrêter' });
  await stop.waitFor();
  await stop.waitFor({ state: 'hidden' });
};

/** The first step on the wall, and its map. */
const projected = async (page: Page) => {
  await page.getByRole('button', { name: 'Commencer la présentation' }).click();
  await page.locator('.deck svg').first().waitFor();
};

/** Rows of the list that is dropped. */
const DROPPED_ROWS = 40;

/** An agglomeration is chosen by its name, and a list of its schools is dropped, with a header and a word to be matched. */
const opened = async (page: Page) => {
  await page.locator('#agglomeration').fill('Valenciennes');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Revenir au territoire fictif' }).waitFor();
  const [, ...rows] = readFileSync(join(ROOT, 'static/downloads/schools.csv'), 'utf8').trim().split('\n');
  const schools = rows.filter((row) => !row.includes(';college;')).slice(0, DROPPED_ROWS);
  const words = ['suivie', 'suivie', 'en attente', 'suivie', 'à revoir'];
  const lines = schools.map((row, at) => `${row.split(';')[0]};${words[at % words.length]};2024-2025`);
  const list = ['Code établissement;Statut;Suivie depuis', ...lines].join('\n');
  const file = { name: 'ecoles-suivies.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
  const zone = page.getByRole('group', { name: 'Déposer les fichiers' });
  await zone.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('button', { name: 'Relier', exact: true }).waitFor({ timeout: 60_000 });
  await page.evaluate(() => scrollTo(0, 0));
};

const PICTURES: readonly Picture[] = [
  { name: 'couverture', path: '', height: 860, dark: true, ready: mapped },
  { name: 'en-attente', path: 'ecoles', height: 900 },
  { name: 'evolution', path: '?moment=evolution', height: 900, ready: mapped },
  { name: 'programme', path: 'programme', height: 860, ready: mapped },
  { name: 'portrait', path: 'territoires', height: 1180 },
  { name: 'territoire', path: 'territoire', height: 1400, ready: opened },
  { name: 'secteurs', path: 'secteurs', height: 1000, dark: true, ready: carded },
  { name: 'actions', path: 'actions', height: 1000, dark: true },
  { name: 'deplacements', path: 'deplacements', height: 900, ready: computed },
  { name: 'seance', path: 'seance', height: 720, ready: projected }
];

const USAGE = `Refait les images de docs/images depuis le site construit.

  npx tsx scripts/atlas/pictures.ts [NOM...]      ${PICTURES.map(({ name }) => name).join(', ')}
  --help                                    cette aide`;

const { positionals } = readArguments(USAGE, {});
const wanted = PICTURES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
if (wanted.length === 0) fail(2, `Image inconnue : ${positionals.join(', ')}`);

async function take(
  browser: Browser,
  address: string,
  { name, path, height, ready }: Picture,
  colorScheme: 'light' | 'dark'
): Promise<void> {
  const page = await browser.newPage({ locale: 'fr-FR', colorScheme, viewport: { width: WIDTH, height } });
  page.setDefaultTimeout(WAIT);
  await page.goto(address + path);
  // The first commune of the territory stands for all.
  if (name === 'portrait') await page.locator('section ul a').first().click();
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  await ready?.(page);
  await page.waitForTimeout(1500);
  const bytes = await page.screenshot({ scale: 'css', animations: 'disabled' });
  const file = `${name}${colorScheme === 'dark' ? '-sombre' : ''}.png`;
  writeFileSync(join(ROOT, 'docs/images', file), bytes);
  progress(`${file} : ${Math.round(bytes.length / 1000)} ko`);
  await page.close();
}

buildSite({ stdio: ['ignore', process.stderr, process.stderr] });
const printer = await openPrinter(chromium());
try {
  for (const picture of wanted) {
    await take(printer.browser, printer.address, picture, 'light');
    if (picture.dark) await take(printer.browser, printer.address, picture, 'dark');
  }
} finally {
  await printer.close();
}
process.exit(0);
