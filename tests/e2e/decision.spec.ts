// The decision in use, in the reader's hands: Back undoes a choice, leaving asks when something is unsaved, selector and prints say what is decided.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssignmentFile } from '../../src/lib/model/assignment/assignment-file.ts';
import { decisionKey } from '../../src/lib/storage/carried.ts';
import { keptKeyOf } from '../../src/lib/storage/kept-key.ts';
import { m } from './messages.ts';
import { planned } from './meetings-page.ts';
import { plainText } from './one-figure.ts';
import { anotherChoice, follow, open, routesOf, withoutDatabase } from './page.ts';
import { BUILD } from './site-server.ts';
import { expect, test } from './test.ts';

test.use({ searchSeconds: 1 });
test.beforeEach(withoutDatabase);

test('Back undoes the last choice of the page, one by one, before it leaves it; Forward makes it again', async ({
  page
}) => {
  await open(page, 'programme');
  await page
    .getByRole('navigation', { name: m.shell_door_elected() })
    .getByRole('link', { name: new RegExp(`^${m.coverage_title()}`) })
    .click();
  const place = page.getByRole('combobox', { name: m.coverage_place() });
  const year = page.getByRole('combobox', { name: m.coverage_year() });
  await expect(place).toBeVisible();
  const latest = await year.inputValue();
  await place.selectOption({ label: 'Anzin' });
  await expect(page).toHaveURL(/[?&]lieu=/);
  await anotherChoice(page);
  await year.selectOption('2023-2024');
  await expect(page).toHaveURL(/[?&]annee=2023-2024/);

  await page.goBack();
  await expect(page).not.toHaveURL(/annee=/);
  await expect(year).toHaveValue(latest);
  await expect(place.locator('option:checked')).toHaveText('Anzin');
  await page.goForward();
  await expect(year).toHaveValue('2023-2024');
  await page.goBack();
  await expect(year).toHaveValue(latest);
  await page.goBack();
  await expect(page).not.toHaveURL(/lieu=/);
  await expect(place.locator('option:checked')).not.toHaveText('Anzin');
  await page.goBack();
  await expect(page).toHaveURL(/programme\/$/);
});

test('the selector says what is not saved; leaving asks, and erasing all lists it, only while it would be lost', async ({
  page,
  context
}) => {
  const idle = await context.newPage();
  await withoutDatabase({ page: idle });
  await open(idle, 'ecoles');
  // The browser asks of those only who have touched the page.
  await idle.keyboard.press('Tab');
  const closed = idle.waitForEvent('close');
  await idle.close({ runBeforeUnload: true });
  await closed;

  await open(page, 'ecoles');
  const slider = page.getByRole('slider').first();
  await slider.press('ArrowLeft');
  const selector = page.getByRole('button', { name: new RegExp(`^${m.decision_split()}`) }).first();
  await expect(selector).toHaveAccessibleName(/Non enregistré : Postes demandés$/);
  await selector.click();
  await expect(page.getByRole('dialog').getByRole('region', { name: m.today_decision() })).toContainText(
    'Un demi-poste, non enregistré'
  );
  await page.keyboard.press('Escape');
  const asking = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const asked = await asking;
  expect(asked.type()).toBe('beforeunload');
  await asked.dismiss();
  await expect(slider).toBeVisible();

  await page.getByRole('link', { name: m.shell_footer_privacy() }).first().click();
  const losing = page.getByRole('dialog', { name: m.decision_losing() });
  const erase = page.locator('main').getByRole('button', { name: m.privacy_erase() }).first();
  await erase.click();
  await expect(losing.getByRole('listitem')).toHaveText([/^Postes demandés\s: Un demi-poste$/]);
  await losing.getByRole('button', { name: m.decision_stay() }).click();
  await expect(losing).toBeHidden();
  await erase.click();
  await losing.getByRole('button', { name: m.decision_lose_erase() }).click();
  await expect(losing).toBeHidden();
  // Nothing is left to lose: it is not asked any more.
  await erase.click();
  await expect(losing).toBeHidden();
});

test('a répartition made for fewer schools than today’s says so on every page that follows it, names those without a referent, and goes back in one press', async ({
  page
}) => {
  const split = JSON.parse(readFileSync(join(BUILD, 'graph/split.json'), 'utf8')) as AssignmentFile;
  const names = JSON.parse(readFileSync(join(BUILD, 'tables/dashboard.json'), 'utf8')) as {
    schools: { uai: string; name: string }[];
  };
  const entries = Object.entries(split.assignment);
  const [left] = entries.at(-1)!;
  const kept = {
    version: 1,
    split: {
      plan: { referents: Object.fromEntries(entries.slice(0, -1)), coordinators: {} },
      settings: {},
      name: 'Rentrée'
    }
  };
  await page.addInitScript(
    ([key, text]) => {
      if (!sessionStorage.getItem(key!)) sessionStorage.setItem(key!, text!);
    },
    [decisionKey(keptKeyOf({ siren: split.territory, demonstration: true })), JSON.stringify(kept)]
  );
  const told = page
    .locator('main')
    .getByText(`faite pour ${entries.length - 1} écoles, ${entries.length} aujourd’hui`);
  await open(page, 'aujourdhui');
  for (const path of routesOf(({ feature }) => ['sectors', 'travel', 'week', 'demand'].includes(feature))) {
    await expect(told, path).toBeVisible();
    await expect(told, path).toContainText(names.schools.find(({ uai }) => uai === left)!.name);
    await follow(page, `/${path}`);
  }
  await follow(page, '/');
  await expect(told).toHaveCount(0);
  await page.goBack();
  await expect(told).toBeVisible();
  // Its own: the line of the split on screen, which may come later, has one too.
  const line = page.getByRole('paragraph').filter({ hasText: m.decision_outdated_way() });
  await line.getByRole('button', { name: m.decision_revert(), exact: true }).click();
  await expect(told).toHaveCount(0);
});

/** The lines of the decision in use, as a page prints them. */
function decided(text: string): string[] {
  const labels = [m.today_decision_split(), m.today_decision_calendar(), m.today_decision_posts()];
  const after = plainText(text).split(m.today_decision())[1] ?? '';
  const pattern = labels.map((label) => `${label}(?: :)? (.+?)(?: ·)?`).join(' ');
  const end = `(?:\\.| ${m.today_calm()}| ${m.today_notes()}|$)`;
  return (new RegExp(`${pattern}${end}`).exec(after) ?? []).slice(1);
}

test('a year of meetings that was planned is in the decision that the selector lists on other pages, and every print of the door says the same lines', async ({
  page
}) => {
  test.slow();
  const listed = async () => {
    await page
      .getByRole('button', { name: new RegExp(`^${m.decision_split()}\\s*${m.decision_today()}`) })
      .first()
      .click();
    const decision = page.getByRole('dialog').getByRole('region', { name: m.today_decision() });
    await expect(decision).toContainText(/\d{4}-\d{4}, proposé\s: \d+ réunions datées, \d+ fixées/, {
      timeout: 60_000
    });
    const text = (await decision.innerText()).replace(/\s+/g, ' ');
    await page.keyboard.press('Escape');
    return text;
  };
  await open(page, 'reunions');
  await planned(page);
  const there = await listed();
  await follow(page, '/ecoles');
  await expect(page).toHaveURL(/ecoles/);
  expect(await listed()).toBe(there);

  let first: string[] = [];
  for (const path of ['ecoles?lieu=59014', ...routesOf(({ door }) => door === 'head')]) {
    await follow(page, `/${path}`);
    await expect(page).toHaveURL(new RegExp(`/${path.replace('?', '/?.*')}`));
    await page.emulateMedia({ media: 'print' });
    const lines = async () => decided(await page.locator('main').innerText());
    await expect.poll(async () => (await lines()).length, { message: path }).toBe(3);
    if (first.length === 0) first = await lines();
    await expect.poll(lines, { message: path }).toEqual(first);
    await page.emulateMedia({ media: null });
  }
  expect(first[0]).toBe('Aujourd’hui');
  expect(first[1]).toMatch(/110 réunions datées/);
  expect(first[2]).toMatch(/ proposés?$/);
});

test('a card says the posts that go with it, and Attente et moyens why they changed; half a post asked is what Aujourd’hui, a portrait and En conseil say', async ({
  page
}) => {
  const told = async (text: RegExp) =>
    expect.poll(async () => plainText(await page.locator('main').innerText())).toMatch(text);
  await open(page, 'secteurs');
  const card = page.locator('[data-card]').first();
  const words = card.locator('[data-means]');
  await expect(words).toContainText(/^Écoles en attente\s: [\d,]+\spostes?, .*€\spar an/);
  const asked = /: ([\d,]+ postes?), /.exec(plainText(await words.innerText()))![1]!;
  await card.locator('.take').click();
  await follow(page, '/ecoles');
  await told(new RegExp(`avec ${asked} de plus`));
  await told(
    /Avec la répartition d’aujourd’hui, ce serait .*Les référents en poste n’ont plus la même place libre/
  );

  const slider = page.getByRole('slider').first();
  while (!/^un demi-poste/.test((await slider.getAttribute('aria-valuetext')) ?? ''))
    await slider.press('ArrowLeft');
  const half = /un demi-poste(?: de plus)?(?: d’ici \d{4}-\d{4})?, 26 000 € par an/;
  await told(half);
  await follow(page, '/aujourdhui');
  await told(half);
  await follow(page, '/territoires/59544');
  await told(half);
  await follow(page, '/seance');
  await page.getByRole('button', { name: m.council_start() }).first().click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => plainText(await page.locator('body').innerText())).toMatch(half);
});
