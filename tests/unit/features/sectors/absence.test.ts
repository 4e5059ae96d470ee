// An absence ends in a hand-over: who takes which schools between two dates, the meetings of the calendar in use, the correspondents to tell.
import { beforeEach, describe, expect, it } from 'vitest';
import { handOverNote } from '../../../../src/lib/features/sectors/files/hand-over-note.ts';
import { handedRows } from '../../../../src/lib/features/sectors/situations/hand-over-words.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
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

  it('is written in its note as on its sheet', () => {
    const { handOver } = sectors.absence;
    const note = handOverNote(sectors, handOver!);
    expect(note.subtitle).toContain('14 septembre 2026');
    expect(note.sections[1]!.table!.rows).toHaveLength(handedRows(sectors, handOver!).length);
  });
});
