// A service of travel times: named before anything is sent, asked only when its reader says so, and told apart when it fails.
import { expect, test, type Page } from './test.ts';
import { axeFindings } from './axe.ts';
import { choose, open } from './page.ts';

/** The policy admits this origin alone: the service of the test stands on it. */
const BASE = 'routes-of-the-test';
const weeks = (page: Page) => page.getByRole('table', { name: /^La semaine de chaque référent/ });
const service = (page: Page) => page.getByRole('region', { name: 'Temps de trajet' });

type Reply = { status?: number; headers?: Record<string, string>; contentType?: string; body?: string };

/** Opens the page of a site configured with OSRM; `reply` says what the service answers, null for a sound matrix. */
async function configured(page: Page, reply: () => Reply | null): Promise<URL[]> {
  const asked: URL[] = [];
  await page.route('**/deplacements', async (route) => {
    const response = await route.fetch();
    const host = new URL(route.request().url()).origin;
    const config = JSON.stringify({ version: 1, service: 'osrm', url: `${host}/${BASE}` });
    const html = (await response.text()).replace(
      /(<script type="application\/json" data-embedded="graph\/service\.json">)[^<]*/,
      `$1${config}`
    );
    expect(html).toContain(BASE);
    await route.fulfill({ response, body: html });
  });
  await page.route(`**/${BASE}/**`, async (route) => {
    const url = new URL(route.request().url());
    asked.push(url);
    const [rows, columns] = ['sources', 'destinations'].map(
      (name) => url.searchParams.get(name)!.split(';').length
    );
    const cells = (value: number) => Array.from({ length: rows! }, () => Array(columns!).fill(value));
    const sound = JSON.stringify({ code: 'Ok', durations: cells(1200), distances: cells(15_000) });
    const other = reply();
    await route.fulfill(other ?? { contentType: 'application/json', body: sound });
  });
  await open(page, 'deplacements');
  return asked;
}

test('a service is named first, asked only when chosen, and never told a home nor a count', async ({
  page
}) => {
  const asked = await configured(page, () => null);
  const host = new URL(page.url()).host;
  await expect(service(page)).toContainText(`Ils peuvent venir de ${host}`);
  await expect(page.locator('footer')).toContainText('sans que vous le demandiez');
  const before = await weeks(page).innerText();
  await choose(page, 'Vélo');
  await choose(page, 'Voiture');
  await expect.poll(() => weeks(page).innerText()).toBe(before);
  expect(asked).toEqual([]);

  await choose(page, host);
  await expect(service(page)).toContainText(`Les temps viennent de ${host}`);
  await expect.poll(() => weeks(page).innerText()).not.toBe(before);
  await expect(page.locator('main')).toContainText(`à 15 % près. Moteur OSRM, ${host}.`);
  await page.locator('#communes > summary').click();
  await expect(
    page.getByRole('button', { name: /^D(?:e |u |’).+ (?:à|au) .+ : 20 min$/ }).first()
  ).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
  for (const url of asked) {
    expect(url.pathname).toMatch(
      new RegExp(`^/${BASE}/table/v1/driving/(-?\\d+\\.?\\d*,-?\\d+\\.?\\d*;?)+$`)
    );
    expect([...url.searchParams.keys()].sort()).toEqual(['annotations', 'destinations', 'sources']);
  }
  expect(page.url()).not.toContain(BASE);
  expect(await axeFindings(page, 'main')).toEqual([]);

  const sent = asked.length;
  await choose(page, 'Calculés ici');
  await expect.poll(() => weeks(page).innerText()).toBe(before);
  expect(asked.length).toBe(sent);
  await page.getByRole('link', { name: 'Confidentialité' }).click();
  await expect(page.locator('main')).toContainText(`a désigné ${host} pour les temps de trajet`);
});

test('a service that is busy, answers HTML or half a matrix is explained, and the last times stay', async ({
  page
}) => {
  let reply: Reply | null = null;
  const asked = await configured(page, () => reply);
  const { host } = new URL(page.url());
  const main = page.locator('main');
  const own = await weeks(page).innerText();
  reply = { status: 429, headers: { 'retry-after': '120' }, body: 'slow down' };
  await choose(page, host);
  await expect(main).toContainText(/reçoit trop de demandes et prie d’attendre 2\smin/);
  expect(await weeks(page).innerText()).toBe(own);
  expect(asked.length).toBe(1);

  reply = { contentType: 'text/html', body: '<!doctype html><title>Portail captif</title>' };
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(main).toContainText('n’a pas rendu un tableau de temps complet');
  await expect(main).toContainText('not JSON but <!doctype html>');
  reply = { contentType: 'application/json', body: '{"code":"Ok","durations":[[0]],"distances":[[0]]}' };
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(main).toContainText('expected');
  expect(await weeks(page).innerText()).toBe(own);

  // Told to wait a little, it is asked again without a word from the reader; while it waits, it can be stopped.
  reply = { status: 429, headers: { 'retry-after': '30' }, body: '' };
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(main).toContainText(/demande d’attendre 30\ss/);
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(main).toContainText('Calcul arrêté');
  reply = null;
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await expect(main).toContainText('Moteur OSRM');
  const served = await weeks(page).innerText();
  expect(served).not.toBe(own);

  reply = { status: 403, body: 'no key' };
  await choose(page, 'Vélo');
  await expect(main).toContainText('clé, profil ou adresse à vérifier');
  expect(await weeks(page).innerText()).toBe(served);
  await page.getByRole('button', { name: 'Revenir au calcul d’ici' }).click();
  await expect(main).toContainText('Temps indicatifs, réseau schématique');
});
