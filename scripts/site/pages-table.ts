// The table of pages of README.md, from the register. `npx tsx scripts/site/pages-table.ts` writes it; a test compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Audience, PageRecord } from '../../src/lib/pages/record.ts';
import { PAGES } from '../../src/lib/pages/register.ts';
import { WHOLE_QUESTIONS } from '../../src/lib/pages/site-map.ts';

const README = new URL('../../README.md', import.meta.url);
const BLOCK = /(<!-- pages: written by scripts\/site\/pages-table\.ts -->\n)[\s\S]*?(<!-- \/pages -->)/;
const WHO: Record<Audience, string> = {
  elected: 'elected officials',
  head: 'head of service',
  coordinator: 'coordinators'
};

/** Pages that answer a question, with their French name and the question in English, as Markdown. */
export function pagesTable(): string {
  const rows = PAGES.flatMap((page: PageRecord) => {
    const { path, label, audience } = page;
    const answers = WHOLE_QUESTIONS[path];
    if (!answers) return [];
    const who =
      audience.length === Object.keys(WHO).length ? 'all' : audience.map((one) => WHO[one]).join(', ');
    return [`| ${label({}, { locale: 'fr' })} | \`${path}\` | ${who} | ${answers({}, { locale: 'en' })} |`];
  });
  return ['| page | address | for whom | answers |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** @returns the text of README.md with today's table */
export const withPages = (text: string): string =>
  text.replace(BLOCK, (_all, start: string, end: string) => `${start}${pagesTable()}\n${end}`);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(README, withPages(readFileSync(README, 'utf8')));
