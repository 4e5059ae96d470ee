// What is saved from the pages of the default scenario, kept as the text that a person reads in it.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { m } from '../messages.ts';
import { plainText, textOfOffice } from '../one-figure.ts';
import { pageAction } from '../page.ts';
import { openQuiet } from '../quiet.ts';
import { keep } from './record.ts';
import { test } from './visitor.ts';

/** The sheet of the posts, whose times are whole minutes, in the words of the pages. */
async function postsOfWorkbook(file: Buffer): Promise<string> {
  const [head, ...rows] = await readSheet(file, 2);
  const at = (title: RegExp) => head!.findIndex((cell) => title.test(String(cell)));
  const [post, road] = [at(/^Référent$/), at(/^Trajets/)];
  const time = (given: number) => {
    const minutes = Math.round(given);
    return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
  };
  const team = rows.reduce((sum, row) => sum + Number(row[road]), 0);
  return `${rows.map((row) => `${row[post]}, trajets ${time(Number(row[road]))}`).join(' ')} Trajets de l’équipe ${time(team)}`;
}

const storyText = (story: string): string =>
  plainText(
    story
      .slice(story.indexOf('<body'))
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
  );

async function saved(page: Page, name: string): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return readFileSync(await (await saving).path());
}

test('the note and the workbook of Répartition, and the story of En conseil, are saved', async ({ page }) => {
  await openQuiet(page, 'secteurs');
  await pageAction(page, 'Exporter');
  const note = await saved(page, m.sectors_export_note());
  const workbook = await saved(page, m.sectors_export_xlsx());
  await openQuiet(page, 'seance');
  await pageAction(page, 'Exporter');
  const story = await saved(page, m.council_export());
  keep('demonstration', 'files', {
    'secteurs, note': textOfOffice(note),
    'secteurs, workbook': await postsOfWorkbook(workbook),
    'en conseil, story': storyText(story.toString('utf8'))
  });
});
