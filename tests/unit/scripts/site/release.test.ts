// What a release gives can be made again by anyone: the same files give the same ZIP.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { differences, release, zipFolder } from '../../../../scripts/site/release.ts';
import { runCommand } from '../../../../scripts/shell.ts';
import { sha256 } from '../../../../src/lib/algorithms/sha256.ts';

const SITE = {
  'index.html': '<!doctype html>é',
  '_app/immutable/a.js': 'export const a = 1;'.repeat(500),
  '_app/b.woff2': 'already small',
  'écoles/index.html': ''
};
const folders: string[] = [];

/** A folder of these files, written in this order, with dates of their own. */
function folderOf(files: readonly (readonly [string, string])[], date: Date): string {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-release-'));
  folders.push(folder);
  for (const [name, text] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    utimesSync(path, date, date);
  }
  return folder;
}

const one = () => folderOf(Object.entries(SITE), new Date('2026-01-05T08:00:00Z'));
const other = () => folderOf(Object.entries(SITE).reverse(), new Date('2031-07-14T22:30:00Z'));

afterEach(() => {
  vi.useRealTimers();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('a release', () => {
  it('gives the same ZIP for the same files, whatever their dates, their order, the day and the time zone', async () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'Europe/Paris';
      const first = await zipFolder(one());
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2040-02-29T23:59:00Z') });
      process.env.TZ = 'Pacific/Kiritimati';
      const second = await zipFolder(other());
      expect(sha256(second)).toBe(sha256(first));
      expect(Object.keys(unzipSync(first))).toEqual(Object.keys(SITE).sort());
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('names each file that differs between two builds, is missing or is too many', () => {
    const [left, right] = [one(), other()];
    expect(differences(left, right)).toEqual([]);
    writeFileSync(join(right, 'index.html'), '<!doctype html>e');
    writeFileSync(join(right, 'more.txt'), '');
    rmSync(join(right, '_app/b.woff2'));
    expect(differences(left, right)).toEqual(['_app/b.woff2', 'index.html', 'more.txt']);
  });

  it('writes the ZIP of its version beside its SHA-256, as `sha256sum --check` reads it', async () => {
    const out = folderOf([], new Date());
    const said: string[] = [];
    const to = { out: (text: string) => void said.push(text), err: () => undefined };
    expect(await runCommand(release, ['--site', one(), '--out', out], to)).toBe(0);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const name = `maillage-${version}.zip`;
    const line = readFileSync(join(out, `${name}.sha256`), 'utf8');
    expect(line).toBe(`${sha256(readFileSync(join(out, name)))}  ${name}\n`);
    expect(said.join('')).toBe(line);
    expect(await runCommand(release, ['--site', out, '--out', out], to), 'no site there').toBe(2);
  });
});
