// The answer of the controlled search is verified behind it, checked by anyone from its two files, taken when asked; rules that clash are named.
import { readFileSync, writeFileSync } from 'node:fs';
import { m } from './messages.ts';
import { follow, open } from './page.ts';
import { expect, test } from './test.ts';

/** Milliseconds for a search and its second check, on a machine that does much else. */
const SEARCHED = { timeout: 240_000 };

test('« Vérifié » is backed by two files that anyone checks, and refuses when they do not go together; the plan is taken when asked', async ({
  page
}, info) => {
  test.setTimeout(240_000);
  // The browser ends a worker, as it does where memory lacks. Requests stopped on their way would do too, but Chromium then stood still in
  // one run of twenty: no frame came any more.
  await page.addInitScript(() => {
    globalThis.Worker = new Proxy(Worker, {
      construct(target, args: ConstructorParameters<typeof Worker>) {
        const worker = new target(...args);
        if (!('endsWorkers' in globalThis)) return worker;
        worker.terminate();
        setTimeout(() => worker.dispatchEvent(new ErrorEvent('error', { message: 'ended' })));
        return worker;
      }
    });
  });
  await open(page, 'secteurs?mesure=charge&tenant=oui&tolerance=20');
  const sentence = page.locator('main .voice').first();
  await expect(sentence).toContainText(/\d\sh\s\d\d\spar\ssemaine/, SEARCHED);
  const now = await sentence.innerText();
  const better = page.getByRole('region', { name: m.sectors_better() });
  const search = page.getByRole('button', { name: m.sectors_optimise() });
  const take = page.getByRole('button', { name: m.sectors_solver_take() });
  const path = (name: string) => info.outputPath(name);
  // A page scrolled while its cards are sought stops drawing once in ten times on a busy machine (`frames`).
  await expect(page.locator('[data-card]').first()).toBeVisible(SEARCHED);
  await page.locator('#convaincre > summary').click();
  await page.getByText(m.sectors_ready_details(), { exact: true }).click();

  await test.step('a search that the browser could not carry on is said, and the next one starts anew', async () => {
    await page.evaluate(() => Object.assign(globalThis, { endsWorkers: true }));
    await search.click();
    await expect(page.getByText(m.sectors_failed()).first()).toBeVisible({ timeout: 60_000 });
    await page.evaluate(() => void Reflect.deleteProperty(globalThis, 'endsWorkers'));
    await page.getByRole('button', { name: m.sectors_ready_ask() }).click();
    await expect(better.getByText(m.sectors_better_verified(), { exact: true })).toBeVisible(SEARCHED);
    await expect(sentence).toHaveText(now, { useInnerText: true });
  });

  await test.step('two files are accepted; cut, of another version or of another problem, they are refused', async () => {
    await better.getByRole('button', { name: m.sectors_certificate_open() }).click();
    const dialog = page.getByRole('dialog');
    const save = async (file: string) => {
      const button = dialog.getByRole('button', { name: m.sectors_certificate_save({ file }) });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      await download.saveAs(path(file));
      return path(file);
    };
    const [problem, certificate] = [await save('PROBLEME.json'), await save('CERTIFICAT.json')];
    await page.keyboard.press('Escape');
    await better.getByRole('button', { name: m.sectors_verify_open() }).click();
    const give = (...paths: string[]) => dialog.locator('input[type=file]').setInputFiles(paths);
    const says = (words: string): Promise<void> => expect(dialog.getByRole('status')).toContainText(words);
    const altered = (name: string, from: string, change: (text: string) => string) => {
      writeFileSync(path(name), change(readFileSync(from, 'utf8')));
      return path(name);
    };
    await give(certificate, problem);
    await says('Dossier de contrôle accepté. Aucune répartition de ce problème n’a une route estimée sous');
    await give(altered('cut.json', certificate, (text) => text.slice(0, -40)));
    await says(m.sectors_verify_cut({ name: 'cut.json' }));
    await give(altered('version.json', certificate, (text) => text.replace('"version":1', '"version":2')));
    await says('autre version');
    await give(
      altered('other.json', problem, (text) => text.replace('"tolerance":0.2', '"tolerance":0.3')),
      certificate
    );
    await says('autre problème');
    await page.keyboard.press('Escape');
  });

  await test.step('one press prepares the text for the council, which says the bound, who checked it and the fewest pupils', async () => {
    const fold = page.locator('#convaincre');
    const text = fold.locator('p').filter({ hasText: m.sectors_ready_twice() });
    await expect(text).toBeVisible();
    await expect(text).toContainText(
      /gagnerait au plus|aucune répartition n’a moins de route estimée|ne respecte pas ces règles/
    );
    await expect(text).toContainText(/au moins [\d\s]+ élèves changent de référent/, SEARCHED);
    await expect(fold.getByRole('button', { name: m.sectors_ready_copy() })).toBeVisible();
  });

  await test.step('the plan is taken when asked, as one step to undo', async () => {
    await take.click();
    await expect(page.getByText(m.sectors_band_unsaved())).toBeVisible();
    await expect(page.getByText(m.sectors_at_optimum())).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(sentence).toHaveText(now, { useInnerText: true });
  });

  await test.step('rules that contradict one another are named, and the nearest plan is said', async () => {
    await follow(page, '/secteurs?tolerance=2&changent=0');
    await expect(page.getByText(m.sectors_better_stale())).toBeVisible();
    await search.click();
    await expect(page.getByText(m.sectors_infeasible())).toBeVisible(SEARCHED);
    await expect(page.getByText(m.sectors_rule_pupils({ count: 0 }))).toBeVisible();
    // Where no pupil may change, it is the one on screen: there is nothing to take.
    await expect(page.getByText(m.sectors_relaxed_same())).toBeVisible();
    await expect(take).toHaveCount(0);
  });
});
