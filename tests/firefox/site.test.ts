// The site in Firefox ESR, the browser of town halls. Without a graphics card it has no WebGL there: the drawn maps serve.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { territoryPage } from '../../scripts/territory/site.ts';
import { readFiles } from '../../scripts/territory/write-files.ts';
import { ROUTES } from '../e2e/page.ts';
import { shown, startFirefox, type Session } from './firefox.ts';
import { readPrinted } from './printed.ts';

let firefox: Session;
beforeAll(async () => {
  firefox = await startFirefox();
});
afterAll(() => firefox?.close());

// Every page in `npm run soak`; the journeys below pass by five of them.
it.runIf(process.env['SOAK']).each(ROUTES)('/%s opens without an error', async (route) => {
  const page = await firefox.open(route);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForNetworkIdle({ idleTime: 300 });
  expect(await page.$$('h1')).toHaveLength(1);
  expect(firefox.errors).toEqual([]);
});

it('a filter moves figures, table and map together', async () => {
  const page = await firefox.open();
  const place = await page.waitForSelector('::-p-aria([name="Lieu"][role="combobox"])');
  await place?.select('59014');
  await (await page.waitForSelector('::-p-aria([name="Niveau"][role="combobox"])'))?.select('elementaire');
  await shown(page, '.card', /^Écoles suivies\s+5\s+sur 5/);
  await shown(page, 'tr[aria-current="true"]', /^Anzin/);
  await shown(page, '.scene-map .frame text', /^Anzin\s*5 sur 5/);
  await page.waitForFunction(
    () => /lieu=59014/.test(location.search) && /niveau=elementaire/.test(location.search)
  );
});

it('a search for a better split ends with three cards, and the solver’s with its proof', async () => {
  const page = await firefox.open('secteurs?mesure=charge&tenant=oui&tolerance=20');
  await shown(page, 'main', /Le moins de route trouvé/);
  await page.locator('xpath///button[normalize-space()="Chercher de nouveau"]').waitHandle();
  await page.locator('#convaincre > summary').click();
  await page.locator('xpath///summary[normalize-space()="Le détail des contrôles"]').click();
  await page.locator('xpath///button[normalize-space()="Chercher et contrôler"]').click();
  // The search says it when it ends in its ten seconds; else its certificate, which a loaded machine makes in more than a minute.
  const more = page.locator('xpath///button[normalize-space()="Contrôler plus longtemps"]');
  const ended = new AbortController();
  more.click({ signal: ended.signal }).catch(() => {});
  await shown(page, 'main p', /n’a une (?:route estimée plus faible|estimation sous)/);
  ended.abort();
});

it('a question in SQL is answered', async () => {
  const page = await firefox.open('donnees?sql=SELECT count(*) AS n FROM schools');
  await page.locator('xpath///button[normalize-space()="Exécuter"]').click();
  expect(await shown(page, 'table', /^Réponse/)).toMatch(/\b95\b/);
});

it('a territory opens by its name, and a dropped list is read, without the names that it bears', async () => {
  const page = await firefox.open('territoire/');
  const box = await page.waitForSelector('::-p-aria([role="combobox"])');
  await box?.type('MAUBEUGE');
  await page.waitForSelector('[role="option"]');
  await page.keyboard.press('Enter');
  await shown(page, 'main', /La base de .*Maubeuge.* est ouverte/i);
  await page.$eval('#fichiers [role="group"]', (zone) => {
    const data = new DataTransfer();
    const rows = 'uai;statut;referent\n0590483E;suivie;Mme Canari Emma\n';
    data.items.add(new File([rows], 'suivies.csv', { type: 'text/csv' }));
    zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  expect(await shown(page, 'tr', /suivies\.csv/)).not.toContain('Canari');
  // Saved, then published, by downloads: Firefox has no other way to write a file.
  await page.locator('xpath///button[normalize-space()="Enregistrer le fichier"]').click();
  await firefox.saved('.maillage');
  for (const name of ['publisher', 'controller', 'dpo', 'basis', 'contact'])
    await page.type(`input[name="${name}"]`, 'Texte');
  await page.locator('xpath///button[normalize-space()="Publier le site public (ZIP)"]').click();
  await shown(page, 'main', /\.zip, .* pages\. À décompresser/);
  expect((await firefox.saved('.zip')).subarray(0, 2).toString()).toBe('PK');
});

it('the report of the year goes to its three outputs', async () => {
  const page = await firefox.open('bilan');
  await shown(page, 'main', /380 dossiers fictifs/);
  await page.locator('xpath///button[normalize-space()="Préparer (.xlsx)"]').click();
  await firefox.saved('.xlsx');
  await page.locator('xpath///button[normalize-space()="Préparer (.docx)"]').click();
  await firefox.saved('.docx');
  await shown(page, 'table', /Interne[^]*Ne pas diffuser/);
  await page.locator('xpath///a[normalize-space()="Voir la page"]').click();
  await page.waitForSelector('[data-verdict="given"]');
  const printed = readPrinted(await page.pdf({ preferCSSPageSize: true }));
  expect(printed.pages).toBe(1);
});

it('the public site as one file opens from a folder: maps, filters, links and paper', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'maillage-one-file-')), 'site.html');
  writeFileSync(path, territoryPage(readFiles('build'), 'https://exemple.fr/pre/'));
  const page = await firefox.open(`${pathToFileURL(path).href}#/`);
  await shown(page, '.one-file-line', /exemple\.fr/);
  await page.waitForSelector('[data-map-state="drawn"] svg path');
  const place = await page.waitForSelector('::-p-aria([name="Lieu"][role="combobox"])');
  await place?.select('59014');
  await (await page.waitForSelector('::-p-aria([name="Niveau"][role="combobox"])'))?.select('elementaire');
  await shown(page, '.card', /^Écoles suivies\s+5\s+sur 5/);
  // Its first line may push the foot to a second sheet.
  expect(readPrinted(await page.pdf({ preferCSSPageSize: true })).pages).toBeLessThanOrEqual(2);
  await page.goto(`${pathToFileURL(path).href}#/methode/`);
  await shown(page, 'h1', /Méthode/);
});

it('a page prints with its map, in lines and on one sheet', async () => {
  const page = await firefox.open();
  await page.waitForSelector('[data-map-state="drawn"]');
  const print = async () => readPrinted(await page.pdf({ preferCSSPageSize: true }));
  const printed = await print();
  await page.$$eval('.scene-map .frame svg', (maps) => maps.forEach((map) => map.remove()));
  const withoutMap = await print();
  expect(printed).toMatchObject({ pages: 1, images: 0 });
  expect(printed.segments).toBeGreaterThan(withoutMap.segments + 5_000);
});

it('nothing of all this went to another host, and the watch would have seen it', async () => {
  expect(firefox.errors).toEqual([]);
  expect(firefox.strangers).toEqual([]);
  const page = await firefox.open('methode');
  await page.evaluate(() => setTimeout(() => console.error('an error to be seen')));
  await page.goto('http://stranger.example.org/');
  expect(firefox.strangers.join()).toContain('stranger.example.org');
  expect(firefox.errors.join()).toContain('an error to be seen');
});
