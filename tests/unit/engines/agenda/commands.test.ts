// npm run agenda: an agenda on standard output, an end with a code, a sentence for each thing to correct.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { agenda } from '../../../../scripts/agenda.ts';
import { runIn } from '../../../fixtures/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'agenda-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (document: unknown) => {
  const path = join(folder, 'problem.json');
  writeFileSync(path, JSON.stringify(document));
  return runIn(agenda, path);
};
const meeting = { team: 'E1', number: 1, date: '2026-10-05', capacity: 1 };
const situation = { id: 'P1', team: 'E1', opened: '2025-09-01', seen: '2026-06-01', until: null };
const problem = {
  months: 6,
  meetings: [meeting],
  situations: [situation],
  horizon: ['2026-09-01', '2027-07-04']
};

it('gives the agenda, its four figures and what no agenda does better', async () => {
  const { status, stdout, lines } = await run(problem);
  expect(status).toBe(0);
  const { seconds, ...found } = JSON.parse(stdout) as Record<string, unknown>;
  expect(seconds).toBeGreaterThanOrEqual(0);
  expect(found).toEqual({
    status: 'planned',
    over: 89,
    longest: 272,
    reviews: 1,
    balance: 1,
    bound: { over: 89, longest: 272 },
    meetings: [{ team: 'E1', number: 1, situations: ['P1'] }]
  });
  expect(lines.at(-1)).toContain('aucun ordre du jour ne fait mieux');
});

it('refuses what cannot be, all at once: where, what is expected, what stands there', async () => {
  const { status, stdout, lines } = await run({
    ...problem,
    months: 6.2,
    meetings: [{ ...meeting, date: '2026-02-30' }],
    situations: [{ ...situation, opened: 'hier' }]
  });
  expect(status).toBe(2);
  expect(stdout).toBe('');
  for (const place of ['« months »', '« meetings[0].date »', '« situations[0].opened »'])
    expect(lines.some((line) => line.includes(place) && line.includes('attendu'))).toBe(true);
  const ended = await run({ ...problem, situations: [{ ...situation, until: '2026-01-01' }, situation] });
  expect(ended.status).toBe(2);
  expect(ended.lines.join('\n')).toContain('« situations[0].until »');
  expect(ended.lines.join('\n')).toContain('« situations[1] »');
});

it('leaves out what is outside the period, and says so', async () => {
  const late = { ...meeting, number: 2, date: '2028-01-10' };
  const { status, lines } = await run({ ...problem, meetings: [meeting, late] });
  expect(status).toBe(0);
  expect(lines.join('\n')).toContain('est en dehors de la période à planifier');
});
