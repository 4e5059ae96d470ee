// npm run reading: what a screen reader is given of each page of the built site, as text to read, and what would stop or mislead who hears it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as driver } from '@playwright/test';
import { CHROMIUM_FLAGS } from '../chromium-flags.mjs';
import { defectsOf } from './defects.ts';
import { pageTree, told } from './tree.ts';
import { VIEWS, ready, unfold } from './views.ts';
import { ROOT, buildSite, chromium } from '../setup.mjs';
import { fail, print, progress, readArguments, start } from '../shell.ts';
import { serve } from '../site/serve.mjs';

const USAGE = `Usage : npm run reading [-- PAGE...]

Écrit ce qu’un lecteur d’écran reçoit de chaque page du site construit : repères, titres, commandes et tableaux, dans
l’ordre de lecture ; dit les défauts trouvés : commande sans nom ou de même nom qu’une autre, titre qui saute un niveau,
tableau sans légende, image sans texte, longue suite de commandes sans titre.

  PAGE        adresse d’une page, sous celle du site, avec sa vue si elle en a ; toutes par défaut
  --out       dossier des textes (.cache/reading)
  --rows      lignes lues de chaque tableau (5)
  --lang      langue de l’interface, fr ou en (fr)
  --help      cette aide

Fin : 0 aucun défaut ; 1 des défauts ; 2 lecture impossible.`;

const OPTIONS = {
  out: { type: 'string', default: join(ROOT, '.cache', 'reading') },
  rows: { type: 'string', default: '5' },
  lang: { type: 'string', default: 'fr' }
} as const;

/** `npm run reading`. */
export async function reading(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(USAGE, OPTIONS, args);
  const rows = Number(values.rows);
  if (!Number.isInteger(rows) || rows < 1)
    fail(2, `--rows : un nombre entier est attendu, pas « ${values.rows} ».`);
  if (values.lang !== 'fr' && values.lang !== 'en') fail(2, `--lang : fr ou en, pas « ${values.lang} ».`);
  buildSite({ stdio: ['ignore', process.stderr, process.stderr] });
  mkdirSync(values.out, { recursive: true });
  const baseURL = await serve({ port: 0 });
  const browser = await driver.launch({
    executablePath: chromium(),
    args: [...CHROMIUM_FLAGS, '--disable-3d-apis']
  });
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR'
  });
  // A helper that the compiler of this script leaves in the functions sent to a page.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addInitScript((language) => localStorage.setItem('maillage.langue', language), values.lang);
  const found: string[] = [];
  for (const view of positionals.length > 0 ? positionals : VIEWS) {
    progress(`/${view}`);
    const page = await context.newPage();
    await page.goto(view);
    await ready(page);
    await unfold(page);
    const tree = await pageTree(page);
    const name = view.replace(/[^\w-]+/g, '_') || 'accueil';
    writeFileSync(join(values.out, `${name}.txt`), `${told(tree, rows).join('\n')}\n`);
    found.push(...(await defectsOf(page, tree)).map((defect) => `/${view} : ${defect}`));
    await page.close();
  }
  await browser.close();
  print(`Textes : ${values.out}`);
  if (found.length > 0) fail(1, found);
  process.exit(0);
}

await start(import.meta.url, reading);
