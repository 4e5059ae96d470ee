// A message that changed is in the next build: compiled anew when it, or what was compiled from it, is not as it was.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT, siteState } from '../../../scripts/setup.mjs';
import { compileMessages } from '../../../scripts/site/messages.mjs';

const COMPILED = 'src/lib/i18n/paraglide/messages/house_title.js';
let copy: string;

function write(path: string, content: unknown): void {
  const file = join(copy, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}
const compiled = () => readFileSync(join(copy, COMPILED), 'utf8');

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'maillage-messages-'));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const project of ['project.inlang', 'findings.inlang', 'columns.inlang']) {
    const path = `${project}/settings.json`;
    const settings = JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as object;
    write(path, {
      ...settings,
      'plugin.inlang.messageFormat': { pathPattern: ['./messages/house/{locale}.json'] }
    });
  }
  write('messages/house/fr.json', { house_title: 'La maison' });
  write('messages/house/en.json', { house_title: 'The house' });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('a message is compiled once, again when it changes, and the site that said the former one is built anew', () => {
  expect(compileMessages(copy)).toBe(true);
  expect(compiled()).toContain('La maison');
  expect(compileMessages(copy), 'nothing has changed').toBe(false);
  const before = siteState(copy);

  write('messages/house/fr.json', { house_title: 'Le logis' });
  expect(siteState(copy)).not.toBe(before);
  expect(compileMessages(copy)).toBe(true);
  expect(compiled()).toContain('Le logis');
  expect(compiled()).not.toContain('La maison');

  write('messages/house/fr.json', { house_title: 'La maison' });
  expect(compileMessages(copy), 'changed back').toBe(true);
  expect(compiled()).toContain('La maison');
  expect(siteState(copy)).toBe(before);
});

it('what was compiled from another version of the messages does not stay', () => {
  compileMessages(copy);
  write(COMPILED, compiled().replace('La maison', 'Le logis'));
  expect(compileMessages(copy)).toBe(true);
  expect(compiled()).toContain('La maison');
  rmSync(join(copy, COMPILED));
  expect(compileMessages(copy)).toBe(true);
  expect(existsSync(join(copy, COMPILED))).toBe(true);
});

it('a message that cannot be read stops the build', () => {
  write('messages/house/fr.json', '{ "house_title": ');
  expect(() => compileMessages(copy)).toThrow('could not be compiled');
});
