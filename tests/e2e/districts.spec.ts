// A territory whose official directory names the inspectors' districts: the portrait of one, on screen and on paper, and the roles of correspondents.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { territory } from '../../scripts/territory.ts';
import { CORRESPONDENT_ROLES } from '../../src/lib/model/service.ts';
import { writeMaillage } from '../../src/lib/storage/maillage/index.ts';
import { runIn } from '../fixtures/command.ts';
import { secondConfig, secondFiles } from '../fixtures/territory/second.ts';
import { madeOnce } from './made-once.ts';
import { m } from './messages.ts';
import { follow, open, overflow, sheets, withoutDatabase } from './page.ts';
import { filesIn, openSecond } from './second-territory.ts';
import { expect, test } from './test.ts';
import { pathOf, TERRITORY } from './visits/addresses.ts';

/** The directory of the schools of the IPS: those of two communes in one district, the others in another. */
function directory(): string {
  const ips = new TextDecoder().decode(secondFiles.find(({ name }) => name === 'ips.csv')!.bytes);
  const [, ...rows] = ips.trim().split('\n');
  const header =
    'Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Code_commune;Ecole_maternelle;Ecole_elementaire;nom_circonscription';
  const lines = rows.map((row) => {
    const [, , , , uai, name, code] = row.split(';');
    const district = code === '59350' || code === '59512' ? 'des Filatures' : 'du Beffroi';
    return `${uai};${name};Ecole;Public;${code};1;1;Circonscription d'inspection du 1er degré ${district}`;
  });
  return [header, ...lines, ''].join('\n');
}

async function make(folder: string): Promise<void> {
  const at = (name: string) => join(folder, name);
  const config = { ...secondConfig, schools: [{ annuaire: 'annuaire.csv' }, { ips: 'ips.csv' }] };
  for (const { name, bytes } of secondFiles) writeFileSync(at(name), bytes);
  writeFileSync(at('annuaire.csv'), directory());
  const roles = `commune;pourvu;${CORRESPONDENT_ROLES.join(';')}\n59350;oui;tenu;tenu;;tenu;à nommer\n59512;non;;;;;\n`;
  writeFileSync(at('correspondants.csv'), roles);
  writeFileSync(at('config.json'), JSON.stringify(config));
  const { status, stderr } = await runIn(territory, at('config.json'), '--out', at('out'));
  if (status !== 0) throw new Error(stderr);
  const now = new Date().toISOString();
  const content = { config, files: filesIn(at('out')), sources: [], kept: {}, created: now, saved: now };
  writeFileSync(at('districts.maillage'), await writeMaillage(content));
}

test.beforeEach(withoutDatabase);

test('an inspector has one page: the schools of the district, followed and waiting; correspondents say who is asked', async ({
  page
}, { outputDir }) => {
  const folder = await madeOnce('districts', make);
  await open(page, TERRITORY);
  await openSecond(page, join(folder, 'districts.maillage'));
  await follow(page, '/territoires/circonscription-des-filatures/');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Circonscription des Filatures');
  const sheet = page.locator('[data-sheet]');
  await expect(sheet).toContainText(m.portrait_kind_district());
  const rows = sheet.getByRole('table', { name: m.portrait_schools() }).locator('tbody tr');
  await expect(rows).toHaveCount(8);
  // Lille has both states; of Tourcoing, nothing is here.
  await expect(sheet).toContainText('Lille');
  await expect(sheet).not.toContainText('Tourcoing');
  await page.screenshot({ path: join(outputDir, 'district-1440.png'), fullPage: true });
  expect(await sheets(page), 'on paper').toBe(1);
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await overflow(page)).toBe(0);
  await page.screenshot({ path: join(outputDir, 'district-360.png'), fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });

  await follow(page, pathOf('programme'));
  const roles = page.getByRole('table', { name: m.programme_roles(), includeHidden: true });
  const lille = roles.getByRole('row', { name: /^Lille/, includeHidden: true });
  await expect(lille).toContainText(m.programme_role_held());
  await expect(lille).toContainText(m.programme_role_vacant());
  await expect(roles.locator('tbody tr')).toHaveCount(1);
  await expect(page.locator('#forms'), 'no sheet says its form').toHaveCount(0);
});

test('a territory whose files name no district has no such level', async ({ page }) => {
  await open(page, 'territoires/');
  await expect(page.getByText(m.portrait_group_district(), { exact: true })).toHaveCount(0);
});
