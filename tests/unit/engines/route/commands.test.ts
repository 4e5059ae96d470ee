// npm run route: a result on standard output, an end with a code, one clear line when there is none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { route } from '../../../../scripts/route.ts';
import { runByShell, runIn } from '../../../fixtures/command.ts';
import { checkRoute, readRoute, type RouteResult } from '../../../../src/lib/engines/route/index.ts';
import { smallRoute } from './routes.ts';

const folder = mkdtempSync(join(tmpdir(), 'route-'));
const at = (name: string) => join(folder, name);
const document = smallRoute(2, { units: 8, referents: 2, waiting: 3, posts: [2, 2.5, 3], stability: 1 });

/** --help by the shell, the rest in this process. */
const run = (...args: string[]) =>
  args[0] === '--help' ? runByShell('route', ...args) : runIn(route, ...args);

beforeAll(() => {
  writeFileSync(at('good.json'), `\uFEFF${JSON.stringify(document)}`);
  writeFileSync(at('nobody.json'), JSON.stringify({ ...document, years: [{ label: '2026', posts: 0 }] }));
  writeFileSync(at('years.json'), JSON.stringify({ ...document, years: 5 }));
  writeFileSync(at('cut.json'), '{"units": [');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run route', () => {
  it('writes, for each year, openings, bases, plan, loads, objective and bound that the checker accepts', async () => {
    const { status, stdout, lines } = await run(at('good.json'), '--seconds', '20');
    expect(status).toBe(0);
    const result = JSON.parse(stdout) as RouteResult;
    expect(checkRoute(readRoute(document).route, result)).toEqual([]);
    for (const year of result.years) {
      for (const key of ['opened', 'bases', 'assignment', 'loads', 'objective', 'bound'])
        expect(year).toHaveProperty(key);
    }
    expect(lines[0]).toBe('8 unités dont 3 en attente, 2 référents, 3 années, 3 lieux');
    expect(lines.some((line) => line.includes('2026-2027') && line.includes('prouvé'))).toBe(true);
  });

  it('ends with 1 when a year has no plan, and says why', async () => {
    const { status, stdout, lines } = await run(at('nobody.json'));
    expect([status, lines.at(-1)]).toEqual([1, '2026 : aucun poste.']);
    expect((JSON.parse(stdout) as RouteResult).status).toBe('partial');
  });

  it('ends with 2 and one line a cause when the file cannot be used', async () => {
    const { status, stdout, lines } = await run(at('years.json'));
    expect([status, stdout, lines.length]).toEqual([2, '', 1]);
    expect(lines[0]).toContain('years.json, colonne « years »');
    expect((await run(at('cut.json'))).status).toBe(2);
    expect((await run(at('absent.json'))).status).toBe(2);
    expect((await run()).status).toBe(2);
    expect((await run(at('good.json'), '--seconds', 'many')).status).toBe(2);
  });

  it('explains itself', async () => {
    const { status, stdout } = await run('--help');
    expect([status, stdout.startsWith('Usage : npm run route')]).toEqual([0, true]);
  });
});
