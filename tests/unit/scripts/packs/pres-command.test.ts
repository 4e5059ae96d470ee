// npm run pres: every PRE of the list in the départements asked for, each in a folder of its own, and figures that add up.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { pres } from '../../../../scripts/pres.ts';
import { runCommand } from '../../../../scripts/shell.ts';

const out = mkdtempSync(join(tmpdir(), 'pres-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', ''];
  const code = await runCommand(pres, args, {
    out: (text) => void (stdout += text),
    err: (text) => void (stderr += text)
  });
  return { code, stdout, stderr };
}

const bytesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

describe('npm run pres', () => {
  it('writes the territory of each PRE of a département, and says how many, how large and how long', async () => {
    const { code, stdout, stderr } = await run('--out', out, '--departement', '55');
    const told = JSON.parse(stdout) as Record<string, number>;
    const folders = readdirSync(join(out, '55'));
    expect([code, told.pres, told.territories, told.noEpci]).toEqual([0, 2, 2, 0]);
    expect(stderr.trim().split('\n')).toHaveLength(2);
    expect(folders).toHaveLength(2);
    const schools = folders.map(
      (folder) =>
        parseDashboard(readFileSync(join(out, '55', folder, 'tables/dashboard.json'), 'utf8')).schools.length
    );
    expect(schools.reduce((sum, one) => sum + one, 0)).toBe(told.schools);
    expect(bytesUnder(join(out, '55'))).toBe(told.bytes);
  });

  it('refuses a département where the list has none, and an order without a folder', async () => {
    expect(await run('--out', out, '--departement', '00')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('00')
    });
    expect((await run()).code).toBe(2);
  });
});
