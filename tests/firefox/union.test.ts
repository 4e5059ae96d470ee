// Two files of one territory go together in Firefox, which writes in no folder: what both did is asked, the union is a download.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { territory } from '../../scripts/territory.ts';
import { nextHistory } from '../../src/lib/engines/merge/index.ts';
import { mergeParts, readMaillage, writeMaillage } from '../../src/lib/storage/maillage/index.ts';
import { readFileSync } from 'node:fs';
import { runIn } from '../fixtures/command.ts';
import { CIPHER } from '../fixtures/maillage/content.ts';
import { SECOND_NAME, SECOND_SIREN, secondConfig, secondFiles } from '../fixtures/territory/second.ts';
import { routesOf } from '../e2e/page.ts';
import { shown, startFirefox, type Session } from './firefox.ts';

const [TERRITORY = ''] = routesOf(({ feature }) => feature === 'territory');

let firefox: Session;
beforeAll(async () => {
  firefox = await startFirefox();
});
afterAll(() => firefox?.close());

const folder = mkdtempSync(join(tmpdir(), 'maillage-union-'));
const at = (name: string) => join(folder, name);
const read = (bytes: Uint8Array) => readMaillage(bytes, { cipher: CIPHER, passphrase: '' });

/** Two people save one file, each with another contact and one with another name of the service. */
async function twoFiles(): Promise<void> {
  for (const { name, bytes } of secondFiles) writeFileSync(at(name), bytes);
  writeFileSync(at('config.json'), JSON.stringify(secondConfig));
  const args = [at('config.json'), '--out', at('out'), '--save', at('commun.maillage')];
  const { status, stderr } = await runIn(territory, ...args);
  if (status !== 0) throw new Error(stderr);
  const common = await read(new Uint8Array(readFileSync(at('commun.maillage'))));
  for (const [name, by, change] of [
    ['a.maillage', 'Coordination 1', { contact: 'a@ville.fr' }],
    ['b.maillage', 'Coordination 2', { contact: 'b@ville.fr', service: 'Service des Bobines' }]
  ] as const) {
    const content = { ...common, config: { ...(common.config as object), ...change } };
    const facts = { by, at: '2026-12-01 pm', territory: 'T' } as const;
    const history = nextHistory(
      { ...mergeParts(content, SECOND_SIREN), history: common.history ?? null },
      facts
    );
    writeFileSync(at(name), await writeMaillage({ ...content, history }, { cipher: CIPHER }));
  }
}

it('two files dropped one after the other go together: one question, one step, one download with both changes', async () => {
  await twoFiles();
  const page = await firefox.open(TERRITORY);
  const give = async (name: string) => {
    const input = await page.waitForSelector('input[type=file][accept=".maillage"]');
    await (input as import('puppeteer-core').ElementHandle<HTMLInputElement>).uploadFile(at(name));
  };
  /** The button that is seen: that of a dialog which is closed has the same name. */
  const press = (name: string) =>
    page.waitForFunction(
      (name) => {
        const all = [...document.querySelectorAll('button')];
        const seen = all.find((one) => one.checkVisibility() && one.textContent?.trim() === name);
        seen?.click();
        return seen !== undefined;
      },
      {},
      name
    );
  await give('a.maillage');
  await shown(page, 'header', new RegExp(SECOND_NAME));
  await give('b.maillage');
  await press('Réunir les deux dossiers');
  await shown(page, 'fieldset, [role="group"]', /contact[^]*a@ville\.fr[^]*b@ville\.fr/);
  await shown(page, 'main', /ne laisse retrouver aucun effectif caché/);
  await page.locator('xpath///label[contains(normalize-space(), "Prendre celui de Coordination 2")]').click();
  await press('Réunir les deux dossiers');
  await shown(page, 'main', /Les deux dossiers sont réunis/);
  await press('Enregistrer le fichier');
  const union = await read(new Uint8Array(await firefox.saved('.maillage')));
  expect(union.config).toMatchObject({ contact: 'b@ville.fr', service: 'Service des Bobines' });
  expect(firefox.errors).toEqual([]);
});
