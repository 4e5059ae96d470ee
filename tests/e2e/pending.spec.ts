// Pages that compute say nothing of it before it is whole: no figure that was shown becomes another while nobody touches the page.
import { pathOf } from './visits/addresses.ts';
import { m } from './messages.ts';
import { ANY, follow, like } from './page.ts';
import { countWork, openQuiet, quiet } from './quiet.ts';
import { expect, test, type Page } from './test.ts';

interface Watched {
  changed: string[];
}
const SEARCHES = { timeout: 120_000 };

/** Notes each text of the page whose figures change in place; what says how far a search is, aside. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const shown = new WeakMap<Node, string>();
    const changed: string[] = [];
    (globalThis as unknown as Watched).changed = changed;
    const figures = (text: string) => text.match(/\d+/g)?.join(' ') ?? '';
    const read = () => {
      const main = document.querySelector('main');
      if (!main) return;
      const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const box = node.parentElement!;
        if (box.closest('[role=status], progress, [aria-hidden=true], select') || !box.checkVisibility())
          continue;
        const [before, now] = [shown.get(node), node.nodeValue ?? ''];
        // What comes after a figure that stays is not another figure.
        if (before !== undefined && !figures(now).startsWith(figures(before)))
          changed.push(
            `${box.closest('section, li, tr, p')?.textContent?.trim().slice(0, 60)} | ${before} -> ${now}`
          );
        shown.set(node, now);
      }
    };
    read();
    new MutationObserver(read).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true
    });
  });
const changed = (page: Page) => page.evaluate(() => (globalThis as unknown as Watched).changed);

test('no figure of Semaine, Réunions, Répartition, Aujourd’hui, Attente et moyens or Déplacements changes after it was shown, while they compute', async ({
  page
}) => {
  test.setTimeout(300_000);
  await countWork(page);
  for (const feature of ['week', 'meetings', 'sectors', 'today', 'demand', 'travel'] as const) {
    await openQuiet(page, pathOf('info').slice(1));
    await watch(page);
    await follow(page, pathOf(feature));
    await expect(page.locator('main h1')).not.toBeEmpty();
    await quiet(page);
    await expect(page.getByRole('progressbar').locator('visible=true')).toHaveCount(0, SEARCHES);
    await quiet(page);
    expect.soft(await changed(page), feature).toEqual([]);
  }
});

test('after a reload, the sentence and the loads of a répartition in use are said once, with the road that they count', async ({
  page
}) => {
  test.setTimeout(300_000);
  await countWork(page);
  await openQuiet(page, pathOf('sectors').slice(1));
  await page.getByRole('button', { name: m.sectors_unfold_all() }).click();
  await page
    .getByRole('combobox', { name: like(m.sectors_assign({ school: ANY })) })
    .first()
    .selectOption('Référent 5');
  await quiet(page);
  await page.reload();
  await expect(page.locator('main .voice')).toContainText(/Une école/);
  await watch(page);
  await expect(page.locator('main .voice')).toContainText(
    /L’écart de charge le plus fort .*par semaine/,
    SEARCHES
  );
  await quiet(page);
  expect(await changed(page)).toEqual([]);
});
