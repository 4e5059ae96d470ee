// An absence ends in a hand-over: who takes which schools between two dates, the meetings of the calendar in use, the correspondents to tell.
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { handOverNote } from '../../../../src/lib/features/sectors/files/hand-over-note.ts';
import { handedRows } from '../../../../src/lib/features/sectors/situations/hand-over-words.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { parseAssignmentFile } from '../../../../src/lib/model/assignment/assignment-file.ts';
import type { TeamRequest } from '../../../../src/lib/workers/travel/protocol.ts';
import { toResult } from '../../../../src/lib/workers/worker-call.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { stubWorkers } from '../../../fixtures/fake-worker.ts';
import { smallSplit } from '../../../fixtures/service.ts';

let sectors: SectorsState;
let own: string[];

beforeEach(async () => {
  sectors = new SectorsState(smallSplit, smallDashboard, () => '');
  own = Object.keys(sectors.plan.referents).filter((uai) => sectors.plan.referents[uai] === 'Référent 1');
  stubWorkers({
    absence: () =>
      toResult(() => ({
        result: {},
        moves: own.map((id) => ({ kind: 'unit', id, from: 'Référent 1', to: 'Référent 2' })),
        back: []
      })),
    team: () => toResult(() => ({ team: [] }))
  });
  sectors.absence.post = 'Référent 1';
  sectors.absence.from = '2026-09-14';
  sectors.absence.to = '2026-10-09';
  await sectors.requests.requestAbsence('Référent 1');
});

describe('an absence', () => {
  it('begins and ends on days of school, until its dates are changed', () => {
    const dates = (today: string) => {
      const { absence } = new SectorsState(smallSplit, smallDashboard, () => '');
      absence.begin(today);
      return [absence.from, absence.to];
    };
    expect(dates('2026-09-16')).toEqual(['2026-09-21', '2026-10-16']);
    expect(dates('2026-11-29')).toEqual(['2026-11-30', '2026-12-18']);
    expect(dates('2026-12-21')).toEqual(['2027-01-04', '2027-01-29']);
  });

  it('hands over each school of the post once, and leaves the plan on screen as it is', () => {
    const { handOver } = sectors.absence;
    expect(own.length).toBeGreaterThan(0);
    expect(handOver?.rows.map(({ school }) => school).sort()).toEqual([...own].sort());
    expect(handOver).toMatchObject({ weeks: 4, untaken: [] });
    expect(handOver?.taken.map(({ referent }) => referent)).toEqual(['Référent 2']);
    expect(sectors.isChanged).toBe(false);
  });

  it('knows no meeting without a calendar of its year', () => {
    const meetings = () => sectors.absence.handOver?.rows.map((row) => row.meetings);
    expect(meetings()).toEqual(own.map(() => null));
    const plan = { year: '2026-2027', preset: 'balanced', plan: [], locked: [], absences: [], cancelled: [] };
    sectors.decision.useCalendar({ settings: {}, plan: plan as never });
    expect(meetings()).toEqual(own.map(() => []));
    sectors.absence.from = '2027-09-13';
    sectors.absence.to = '2027-09-17';
    expect(meetings()).toEqual(own.map(() => null));
  });

  it('asks for the calendar of its year where none is in use, and says nothing before it is whole', async () => {
    const teams: Record<string, string> = { [own[0]!]: 'EPS-01' };
    const schools = smallDashboard.schools.map((one) => ({ ...one, team: teams[one.uai] ?? one.team }));
    sectors = new SectorsState(smallSplit, { ...smallDashboard, schools }, () => '');
    Object.assign(sectors.absence, { post: 'Référent 1', from: '2026-09-14', to: '2026-10-09' });
    const meeting = { team: 'EPS-01', number: 1, date: '2026-09-15', half: 'am' };
    let give: (year: unknown) => void = () => undefined;
    const years: string[] = [];
    sectors.absence.yearOf = (year) => {
      years.push(year);
      return new Promise((resolve) => (give = resolve as typeof give));
    };
    const asked = sectors.absence.ask();
    await vi.waitFor(() => expect(sectors.absence.during).not.toBeNull());
    expect([years, sectors.absence.handOver, sectors.absence.phase]).toEqual([
      ['2026-2027'],
      null,
      'pending'
    ]);
    give({ year: '2026-2027', plan: [meeting] });
    await asked;
    const rows = sectors.absence.handOver!.rows;
    expect(rows.find(({ school }) => school === own[0])?.meetings).toEqual([meeting]);
    // What is asked about is not put in use.
    expect(sectors.decision.calendar).toBeNull();
  });

  it('is a simulation until it is declared: no other page follows a look', async () => {
    await sectors.absence.ask();
    expect(sectors.decision.absence).toBeNull();
    sectors.absence.declare();
    expect(sectors.decision.absence).toEqual({ post: 'Référent 1', from: '2026-09-14', to: '2026-10-09' });
    expect(sectors.absence.isDeclared).toBe(true);
    sectors.absence.to = '2026-10-16';
    expect(sectors.absence.isDeclared).toBe(false);
  });

  it('tells the correspondents of its communes once their list is read, and no other', () => {
    const told = () =>
      sectors.absence.handOver?.tellings.filter(({ as }) => as === 'correspondent').map(({ whom }) => whom);
    expect(told()).toEqual([]);
    const commune = sectors.facts.get(own[0]!)!.commune;
    sectors.meetings.correspondents = [commune, '99999'];
    expect(told()).toEqual([commune]);
  });

  it('has none when it ends before it begins, nor once the plan has changed', () => {
    sectors.absence.to = '2026-09-13';
    expect(sectors.absence.handOver).toBeNull();
    sectors.absence.to = '2026-09-14';
    expect(sectors.absence.handOver).not.toBeNull();
    sectors.assign([own[0]!], 'Référent 2');
    expect(sectors.absence.handOver).toBeNull();
    expect(sectors.absence.isStale).toBe(true);
  });

  it('leaves the loads of those who take nothing as they are, though the road of all changes', async () => {
    const dashboard = parseDashboard(readFileSync('static/tables/dashboard.json', 'utf8'));
    const file = parseAssignmentFile(readFileSync('static/graph/split.json', 'utf8'));
    sectors = new SectorsState(file, dashboard, () => '');
    const [first, , , , , last] = file.posts.map(({ id }) => id);
    own = Object.keys(sectors.plan.referents).filter((uai) => sectors.plan.referents[uai] === last);
    stubWorkers({
      absence: () =>
        toResult(() => ({
          result: {},
          moves: sectors.units
            .filter(({ id, schools }) => own.includes(schools?.[0] ?? id))
            .map(({ id }) => ({ kind: 'unit', id, from: last, to: first })),
          back: []
        })),
      setUp: () => toResult(() => undefined),
      // The road of each post follows from its schools alone.
      team: ({ posts }: TeamRequest) =>
        toResult(() => ({
          team: posts.map(({ id, schools }) => ({
            id,
            hours: {
              driving: { mean: id === first && schools.length > before ? 20 : sectors.roads![id]! / 60 }
            },
            ...{ km: { mean: 1 }, euros: { mean: 1 }, co2: { mean: 1 } }
          }))
        }))
    });
    const before = Object.values(sectors.plan.referents).filter((id) => id === first).length;
    const { absence } = sectors;
    [absence.post, absence.from, absence.to] = [last!, '2026-12-07', '2026-12-18'];
    await sectors.requests.requestAbsence(last!);
    // Not before the road is known.
    expect(absence.loads!.every(({ deviation }) => deviation === null)).toBe(true);
    await absence.sampleRoads();
    const others = file.posts.map(({ id }) => id).filter((id) => id !== first && id !== last);
    const loadOf = (posts: readonly { id: string; deviation: number | null }[] | null, id: string) =>
      posts?.find((one) => one.id === id)?.deviation ?? NaN;
    for (const id of others)
      expect(loadOf(absence.loads, id)).toBeCloseTo(loadOf(sectors.figures.referents, id), 9);
    expect(loadOf(absence.loads, first!)).toBeGreaterThan(loadOf(sectors.figures.referents, first!));
    // As shares of the road and work meanwhile, they would all seem to change.
    const meanwhile = sectors.figuresOf(absence.during!).referents;
    expect(loadOf(meanwhile, others[0]!)).not.toBeCloseTo(loadOf(sectors.figures.referents, others[0]!), 4);
  });

  it('is written in its note as on its sheet', () => {
    const { handOver } = sectors.absence;
    const note = handOverNote(sectors, handOver!);
    expect(note.subtitle).toContain('14 septembre 2026');
    expect(note.sections[1]!.table!.rows).toHaveLength(handedRows(sectors, handOver!).length);
  });
});
