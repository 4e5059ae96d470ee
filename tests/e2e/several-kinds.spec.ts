// Each kind of work done by two people, in two browsers, from one file: what each did alone is in the union, what both did is asked.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { territory } from '../../scripts/territory.ts';
import { pageAddress } from '../../src/lib/model/page-address.ts';
import { readMaillage, type MaillageContent } from '../../src/lib/storage/maillage/index.ts';
import { runIn } from '../fixtures/command.ts';
import { textFile } from '../fixtures/import/files.ts';
import { CIPHER } from '../fixtures/maillage/content.ts';
import { SECOND_NAME, secondConfig, secondFiles } from '../fixtures/territory/second.ts';
import { madeOnce } from './made-once.ts';
import { m } from './messages.ts';
import { follow, open, overflow, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';
import { pathOf, TERRITORY } from './visits/addresses.ts';

test.use({ today: '2026-12-01', searchSeconds: 1, actionTimeout: 40_000 });
test.beforeEach(withoutDatabase);

const LONG = { timeout: 120_000 };
const MEMBERS = textFile(
  'membres.csv',
  [
    'equipe;fonction;lieu;profession;poids;quorum',
    ...['EPS-1', 'EPS-2'].flatMap((team) => [
      `${team};PMI ${team};;santé;2;non`,
      `${team};CAF ${team};;social;2;non`
    ]),
    ''
  ].join('\n')
);
const LISTS = [...secondFiles, MEMBERS];

async function make(folder: string): Promise<void> {
  const at = (name: string) => join(folder, name);
  for (const { name, bytes } of LISTS) writeFileSync(at(name), bytes);
  writeFileSync(at('config.json'), JSON.stringify({ ...secondConfig, members: MEMBERS.name }));
  const args = [at('config.json'), '--out', at('out'), '--save', at('commun.maillage')];
  const { status, stderr } = await runIn(territory, ...args);
  if (status !== 0) throw new Error(stderr);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const contentOf = async (path: string): Promise<MaillageContent> =>
  readMaillage(new Uint8Array(readFileSync(path)), { cipher: CIPHER, passphrase: '' });
const visit = async (page: Page, address: string) => {
  await follow(page, address);
  await page.waitForURL((url) => url.pathname === pageAddress(address));
};
async function opened(page: Page, path: string): Promise<void> {
  await open(page, TERRITORY);
  await page.locator('input[type=file][accept=".maillage"]').first().setInputFiles(path);
  await expect(page.locator('header').first()).toContainText(SECOND_NAME);
}
async function saved(page: Page, role: string): Promise<string> {
  await visit(page, TERRITORY);
  const field = page.getByLabel(m.log_role());
  const change = button(page, m.log_role_change());
  await expect(field.or(change)).toBeVisible();
  if (await change.isVisible()) await change.click();
  await field.fill(role);
  await field.blur();
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, m.folder_save()).click()]);
  return file.path();
}

const SHARED_SCHOOL = 'Ecole du Carillon 1';
const AT_FIRST = {
  [SHARED_SCHOOL]: 'Référent 1',
  'Ecole des Tisserands 1': 'Référent 1',
  'Ecole des Tisserands 2': 'Référent 2'
};
const referentOf = (page: Page, school: string) =>
  page.getByRole('combobox', { name: m.sectors_assign({ school }) }).first();

/** What two people share: a split in use, a calendar, two sessions. */
async function common(page: Page): Promise<string> {
  await opened(page, join(await madeOnce('two-people', make), 'commun.maillage'));
  await visit(page, pathOf('sectors'));
  await page.locator('[data-card] .take').first().click(LONG);
  await button(page, m.sectors_unfold_all()).click(LONG);
  for (const [school, post] of Object.entries(AT_FIRST)) await referentOf(page, school).selectOption(post);
  await visit(page, pathOf('meetings'));
  await expect(page.locator('button.meeting')).toHaveCount(9, LONG);
  await expect(button(page, m.meetings_stop())).toBeHidden(LONG);
  await visit(page, pathOf('actions'));
  for (const date of ['2026-12-08', '2026-12-15', '2027-01-12']) {
    await button(page, m.actions_add()).first().click();
    const form = page.getByRole('form', { name: m.actions_add() });
    await form.getByLabel(m.actions_form_date()).fill(date);
    await form.getByLabel(m.actions_form_place()).fill('centre social');
    await button(page, m.actions_form_save()).click();
    await expect(form).toHaveCount(0);
  }
  return saved(page, 'Direction');
}

interface Person {
  role: string;
  /** Referent of the school, rank of the other date, answer, cost, posts, situations seen: what both settle. */
  shared: {
    post: string;
    date: number;
    answer: string;
    cost: string;
    posts: string;
    seen: string;
    partners: string;
  };
  /** School, need and meeting that this person alone settles. */
  alone: { school: string; session: number; meeting: number };
}
const answer = (page: Page) => page.getByLabel(new RegExp(`${m.report_q_children_collective()}$`));

const KINDS: Readonly<Record<string, (page: Page, person: Person) => Promise<void>>> = {
  répartition: async (page, { shared, alone }) => {
    await visit(page, pathOf('sectors'));
    await button(page, m.sectors_unfold_all()).click(LONG);
    await referentOf(page, SHARED_SCHOOL).selectOption(shared.post);
    await referentOf(page, alone.school).selectOption('Référent 3');
    await expect(referentOf(page, alone.school)).toHaveValue('Référent 3');
  },
  postes: async (page, { shared }) => {
    await visit(page, pathOf('demand'));
    const slider = page.getByRole('slider').first();
    await slider.press('Home');
    for (let at = 0; at < Number(shared.posts); at++) await slider.press('ArrowRight');
  },
  coûts: async (page, { shared }) => {
    await page.getByText(m.openings_cost_change()).click();
    const cost = page.getByLabel(m.openings_cost_field());
    await cost.fill(shared.cost);
    await cost.press('Enter');
  },
  'calendrier et comptes rendus': async (page, { shared, alone }) => {
    await visit(page, pathOf('meetings'));
    const meeting = page.locator('button.meeting').nth(alone.meeting);
    await meeting.click(LONG);
    await button(page, m.meetings_fix()).first().click();
    await page.getByRole('radio', { name: m.meetings_view_agenda() }).check();
    const seen = page.getByRole('spinbutton', { name: m.meetings_record_seen() });
    await seen.fill(shared.seen);
    await seen.press('Enter');
    const keep = button(page, m.meetings_record_keep());
    await keep.click();
    await expect(page.getByRole('cell', { name: shared.seen, exact: true }).first()).toBeVisible();
  },
  séances: async (page, { shared, alone }) => {
    await visit(page, pathOf('actions'));
    const marks = page.locator('[id^="seance-"]');
    const card = page.locator('tr.card');
    await marks.nth(alone.session).click();
    await card.getByRole('checkbox').first().check();
    await marks.first().click();
    await card.getByRole('button', { name: m.actions_other_date() }).click();
    await card.getByRole('button', { name: /^Choisir / }).nth(shared.date).click(); // prettier-ignore
  },
  'réponses du bilan': async (page, { shared }) => {
    await visit(page, pathOf('report'));
    await answer(page).fill(shared.answer);
    await answer(page).blur();
  },
  listes: async (page, { shared }) => {
    await visit(page, TERRITORY);
    const text = `categorie;commune;nombre\ncentre social;59350;${shared.partners}\nCCAS;59512;1\n`;
    await page
      .locator('#fichiers input[type=file]')
      .first()
      .setInputFiles({ name: 'partenaires.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await expect(page.getByText(m.folder_building())).toHaveCount(0, LONG);
  }
};

const FIRST: Person = {
  role: 'Coordination 1',
  shared: { post: 'Référent 2', date: 0, answer: '40', cost: '50000', posts: '1', seen: '5', partners: '3' },
  alone: { school: 'Ecole des Tisserands 1', session: 1, meeting: 5 }
};
const SECOND: Person = {
  role: 'Référent 2',
  shared: { post: 'Référent 3', date: 1, answer: '50', cost: '49000', posts: '2', seen: '6', partners: '4' },
  alone: { school: 'Ecole des Tisserands 2', session: 2, meeting: 7 }
};

async function work(page: Page, path: string, person: Person): Promise<string> {
  await opened(page, path);
  for (const [name, act] of Object.entries(KINDS))
    await test.step(`${person.role}: ${name}`, () => act(page, person));
  return saved(page, person.role);
}

test('seven kinds of work by two people from one file: what each did alone is in the union, what both did is one question a thing @long', async ({
  page,
  browser
}) => {
  test.setTimeout(900_000);
  const base = await common(page);
  const own = await work(page, base, FIRST);
  const context = await browser.newContext({ locale: 'fr-FR' });
  const other = await context.newPage();
  await withoutDatabase({ page: other });
  await other.addInitScript(() =>
    Object.assign(globalThis, { maillageToday: '2026-12-01', maillageSearchSeconds: 1 })
  );
  const theirs = await work(other, base, SECOND);

  await page.locator('input[type=file][accept=".maillage"]').first().setInputFiles(theirs);
  await page
    .getByRole('dialog', { name: m.merge_aside() })
    .getByRole('button', { name: m.merge_join() })
    .click();
  const question = (name: string) => page.getByRole('group', { name, exact: true });
  await expect(page.getByText(m.merge_open_none())).toBeVisible(LONG);
  for (const width of [1440, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page)).toBe(0);
      if (process.env['SHOTS'])
        await page.screenshot({
          path: `${process.env['SHOTS']}/union-${width}-${colorScheme}.png`,
          fullPage: true
        });
    }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1440, height: 900 });
  const asked = [
    m.merge_q_follows({ name: SHARED_SCHOOL }),
    m.merge_q_posts(),
    m.merge_q_cost(),
    m.merge_q_record({ team: 'EPS-2', number: '1', year: '2026-2027' }),
    m.merge_q_answer({ year: '2025-2026', line: m.report_q_children_collective() }),
    m.merge_q_source({ name: 'partenaires.csv' })
  ];
  for (const name of asked) await expect(question(name), name).toHaveCount(1);
  const take = page.getByRole('radio', { name: new RegExp(`^${m.merge_take({ who: SECOND.role })}`) });
  await expect(take).toHaveCount(asked.length + 1);
  for (const one of await take.all()) await one.check();
  await expect(page.getByText(m.merge_open_none())).toBeVisible(LONG);
  await button(page, m.merge_join()).click();
  await expect(page.getByText(m.merge_done()).first()).toBeVisible(LONG);

  const union = await contentOf(await saved(page, FIRST.role));
  const texts = Object.fromEntries(
    Object.entries(union.kept).map(([name, text]) => [
      name.split('.')[1]!,
      JSON.parse(text as string) as never
    ])
  ) as Readonly<Record<string, unknown>>;
  const { decision, actions, calendrier, bilan } = texts;
  expect(decision).toMatchObject({
    cost: Number(SECOND.shared.cost),
    means: { posts: Number(SECOND.shared.posts) / 2 },
    split: {
      plan: { referents: { '0599001N': 'Référent 3', '0599002P': 'Référent 3', '0599005T': 'Référent 3' } }
    }
  });
  const fixed = (calendrier as { calendar: { plan: { locked: unknown[] } } }).calendar.plan.locked;
  expect(fixed).toHaveLength(2);
  const { sessions } = actions as {
    sessions: Record<string, { now: { date: string; ready: string[] } }>;
  };
  const now = Object.values(sessions).map((one) => one.now);
  expect(now.filter(({ ready }) => ready.length > 0)).toHaveLength(2);
  expect(bilan).toMatchObject({
    typed: { '2025-2026': { 'children.collective': Number(SECOND.shared.answer) } },
    meetings: { '2026-2027': [{ seen: Number(SECOND.shared.seen) }] }
  });
  const partners = union.sources.find(({ name }) => name === 'partenaires.csv')!.content!;
  expect(new TextDecoder().decode(partners)).toContain(`centre social;59350;${SECOND.shared.partners}`);

  // One step gives back what was open, as it was.
  await button(page, m.merge_undo()).click();
  await expect(page.getByText(m.merge_undone()).first()).toBeVisible(LONG);
  expect((await contentOf(await saved(page, FIRST.role))).kept).toEqual((await contentOf(own)).kept);
  await context.close();
});
