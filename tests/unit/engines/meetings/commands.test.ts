// npm run meetings: a plan, a repair, or what clashes; an end with a code, one clear line when there is none.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { meetings } from '../../../../scripts/meetings.ts';
import { runIn } from '../../../fixtures/command.ts';
import { checkPlan, readMeetings } from '../../../../src/lib/engines/meetings/index.ts';
import type { MeetingProblem, PlannedMeeting } from '../../../../src/lib/model/meetings/meeting-problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'meetings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const days = Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2026, 8, 7 + i)))
  .filter((day) => day.getUTCDay() % 6 !== 0)
  .map((day) => day.toISOString().slice(0, 10));
const team = (id: string, partner: string) => ({
  id,
  coordinator: 'k1',
  meetings: 2,
  commune: id,
  members: [{ partner, weight: 2, class: 'ecole' }],
  quorum: { ecole: 1 },
  band: [14, 60]
});
const problem = {
  calendar: days,
  teams: [team('A', 'p1'), team('B', 'p2')],
  coordinators: [{ id: 'k1', commune: 'A' }],
  away: [{ who: 'p1', weekday: 1 }],
  minutes: { A: { A: 0, B: 15 }, B: { A: 15, B: 0 } }
};

const run = (...args: string[]) => runIn(meetings, ...args);
function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
interface Answer {
  status: string;
  cost: number;
  bound: number;
  gap: number;
  meetings: (PlannedMeeting & { missing: string[] })[];
  moved: number | null;
  moves?: unknown[];
  conflict: { rule: string }[];
}
const parsed = (stdout: string) => JSON.parse(stdout) as Answer;
const checked = (content: unknown, { meetings }: Answer) =>
  checkPlan(readMeetings(content).problem as MeetingProblem, meetings);

describe('npm run meetings', () => {
  it('plans the year, then repairs it with the fewest moves after an absence', async () => {
    const first = await run(file('problem.json', problem), '--seconds', '1');
    const plan = parsed(first.stdout);
    expect([first.status, plan.status, plan.moved]).toEqual([0, 'planned', null]);
    expect(Object.keys(plan)).toEqual([
      'status',
      'cost',
      'bound',
      'gap',
      'seconds',
      'meetings',
      'moved',
      'conflict'
    ]);
    expect(plan.meetings).toHaveLength(4);
    expect(checked(problem, plan).broken).toEqual([]);
    expect(checked(problem, plan).cost.total).toBeCloseTo(plan.cost, 6);
    expect(plan.bound).toBeLessThanOrEqual(plan.cost);

    const [lost] = plan.meetings;
    const changed = { ...problem, away: [...problem.away, { who: 'k1', from: lost!.date, to: lost!.date }] };
    const affected = plan.meetings.filter(({ date }) => date === lost!.date).length;
    const second = await run(file('changed.json', changed), '--keep', file('plan.json', first.stdout));
    const repaired = parsed(second.stdout);
    expect([second.status, repaired.status, repaired.moved]).toEqual([0, 'planned', affected]);
    expect(repaired.moves).toHaveLength(affected);
    expect(checked(changed, repaired).broken).toEqual([]);
  });

  it('ends with 1 and names the rules that clash', async () => {
    const locked = [{ team: 'A', number: 1, date: '2026-09-12', half: 'am' }];
    const { status, stdout, lines } = await run(file('holiday.json', { ...problem, locked }));
    expect([status, parsed(stdout).status]).toEqual([1, 'infeasible']);
    expect(parsed(stdout).conflict).toEqual([{ rule: 'locked', ...locked[0] }]);
    expect(lines).toContain('  A : réunion 1 fixée au samedi 12 septembre 2026, matin');
  });

  it('ends with 2 and a line for each cause when the file cannot be used', async () => {
    const teams = [{ ...problem.teams[0], coordinator: 'k9' }, problem.teams[0]];
    const { status, stdout, lines } = await run(file('wrong.json', { ...problem, teams }));
    expect([status, stdout, lines.length]).toEqual([2, '', 2]);
    expect(lines[1]).toContain(
      'colonne « teams[0].coordinator » : le nom « k9 » ne figure pas dans la liste'
    );
    const cut = await run(file('cut.json', '{"teams": ['));
    expect([cut.status, cut.lines.length]).toEqual([2, 1]);
  });
});
