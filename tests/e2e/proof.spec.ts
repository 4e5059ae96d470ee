// The answer of a search is verified behind it, checked by hand from its two files, and placed among plans drawn at random.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from './test.ts';
import { open } from './page.ts';

test('« Vérifié » is backed by two files that anyone checks, and refuses when they do not go together', async ({
  page
}, info) => {
  const outputPath = (name: string) => info.outputPath(name);
  await open(page, 'secteurs?mesure=charge');
  await page.locator('#convaincre > summary').click();
  const better = page.getByRole('region', { name: 'Second contrôle' });
  await page.getByRole('button', { name: 'Chercher et contrôler' }).first().click();
  await expect(better.getByText('Vérifié', { exact: true })).toBeVisible({ timeout: 60_000 });
  await better.getByRole('button', { name: 'Dossier de contrôle' }).click();
  const save = async (name: string) => {
    const button = page.getByRole('dialog').getByRole('button', { name: `Télécharger ${name}` });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    await download.saveAs(outputPath(name));
    return outputPath(name);
  };
  const [problem, certificate] = [await save('PROBLEME.json'), await save('CERTIFICAT.json')];
  await page.keyboard.press('Escape');

  await better.getByRole('button', { name: 'Refaire le contrôle' }).click();
  const dialog = page.getByRole('dialog');
  const give = (...paths: string[]) => dialog.locator('input[type=file]').setInputFiles(paths);
  const says = (words: string | RegExp): Promise<void> =>
    expect(dialog.getByRole('status')).toContainText(words);
  await give(certificate, problem);
  await says('Dossier de contrôle accepté. Aucune répartition de ce problème n’a une route estimée sous');
  const text = readFileSync(certificate, 'utf8');
  const altered = (name: string, content: string) => {
    writeFileSync(outputPath(name), content);
    return outputPath(name);
  };
  await give(altered('cut.json', text.slice(0, -40)));
  await says('est coupé ou abîmé');
  await give(altered('version.json', text.replace('"version":1', '"version":2')));
  await says('autre version');
  await give(
    altered('other.json', readFileSync(problem, 'utf8').replace('"tolerance":0.1', '"tolerance":0.2')),
    certificate
  );
  await says('autre problème');
});

test('sectors in one piece are proven the best as well', async ({ page }) => {
  await open(page, 'secteurs?mesure=charge&tenant=oui&tolerance=20');
  await page.locator('#convaincre > summary').click();
  await page.getByRole('button', { name: 'Chercher et contrôler' }).first().click();
  const better = page.getByRole('region', { name: 'Second contrôle' });
  await expect(better.getByText('Vérifié', { exact: true })).toBeVisible({ timeout: 90_000 });
});
