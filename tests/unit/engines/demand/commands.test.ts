// npm run forecast: the next years with their range, an end with a code, one clear line a cause.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { forecastSeries } from '../../../../scripts/forecast.ts';
import { runByShell, runIn } from '../../../fixtures/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'forecast-'));
afterAll(() => rmSync(folder, { recursive: true }));

const years = ['2021-2022', '2022-2023', '2023-2024', '2024-2025', '2025-2026'];
const series = [
  { id: 'Anzin', values: [21, 21, 26, 27, 38] },
  { id: 'Bellaing', values: [null, null, null, null, null] },
  { id: 'Condé', values: [18, 21, 29, 34, 38] }
];

/** --help by the shell, the rest in this process. */
const run = (...args: string[]) =>
  args[0] === '--help' ? runByShell('forecast', ...args) : runIn(forecastSeries, ...args);
function file(content: unknown): string {
  const path = join(folder, 'series.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
interface Answer {
  series: { id: string; next: { year: string; value: number; low: number; high: number }[] | null }[];
  total: { next: { value: number; low: number; high: number }[] | null };
  backtest: { mae: number; coverage: number; points: number };
}

describe('npm run forecast', () => {
  it('gives each series its next years, in the order of the file, and the back-test', async () => {
    const { status, stdout, lines } = await run(file({ years, series, horizon: 2, level: 0.8 }));
    expect(status).toBe(0);
    const answer = JSON.parse(stdout) as Answer;
    expect(answer.series.map(({ id }) => id)).toEqual(['Anzin', 'Bellaing', 'Condé']);
    expect(answer.series[0]!.next!.map(({ year }) => year)).toEqual(['2026-2027', '2027-2028']);
    expect(answer.series[1]!.next).toBeNull();
    expect(answer.total.next![0]!.low).toBeLessThan(answer.total.next![0]!.value);
    expect(answer.backtest.points).toBe(6);
    expect(answer.backtest.mae).toBeGreaterThan(0);
    expect(lines.join('\n')).toContain('aucun effectif de Bellaing n’est publié');
  });

  it('ends with 1 when nothing can be foreseen, the answer given all the same', async () => {
    const { status, stdout, lines } = await run(
      file({ years: ['2025-2026'], series: [{ id: 'a', values: [40] }] })
    );
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as Answer).series[0]!.next).toBeNull();
    expect(lines.join('\n')).toMatch(/trop peu d’années/);
    expect(lines.at(-1)).toBe('Aucune prévision possible.');
  });

  it('ends with 2 and a line a cause for a file that cannot be used', async () => {
    const { status, stdout, lines } = await run(
      file({ years: ['2024', 'hier'], series: [{ id: 'a', values: [40] }] })
    );
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/series\.json.*years\[1\].*hier/);
    expect(lines[1]).toMatch(/nombre d’effectifs incorrect : attendu 2, trouvé 1/);
  });

  it('ends with 2 for a file that is not there, is no JSON, or an argument too many', async () => {
    expect((await run(join(folder, 'absent.json'))).status).toBe(2);
    expect((await run(file('{"years": ['))).status).toBe(2);
    expect((await run()).status).toBe(2);
    expect((await run('a', 'b')).status).toBe(2);
  });

  it('tells its use', async () => {
    const { status, stdout } = await run('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage : npm run forecast/);
  });
});
