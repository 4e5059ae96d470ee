// Where a built site has a page: beside a former build, each is visited where it stands there.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addressIn } from '../../../bench/site/phone.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'built-'));
  for (const inside of ['folder', 'both']) mkdirSync(join(folder, inside));
  for (const file of ['index.html', 'folder/index.html', 'alone.html', 'both.html', 'both/1.html'])
    writeFileSync(join(folder, file), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('finds a page in a folder of its own, and in a file of its name', () => {
  expect(addressIn(folder, '')).toBe('');
  expect(addressIn(folder, 'folder')).toBe('folder/');
  expect(addressIn(folder, 'alone')).toBe('alone');
  expect(addressIn(folder, 'both'), 'its folder holds other pages').toBe('both');
});

it('knows no page where there is none', () => {
  expect(addressIn(folder, 'villes')).toBeNull();
  expect(addressIn(join(folder, 'folder'), '')).toBe('');
  expect(addressIn(join(folder, 'both'), '')).toBeNull();
});
