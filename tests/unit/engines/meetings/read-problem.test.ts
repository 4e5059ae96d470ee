import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMeetings, readPlan } from '../../../../src/lib/engines/meetings/index.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { tinyProblem } from './tiny.ts';

const good = {
  calendar: ['2026-09-08', '2026-09-07', '2026-09-08'],
  teams: [
    {
      id: 't1',
      coordinator: 'k1',
      meetings: 2,
      commune: 'A',
      members: [{ partner: 'p1', weight: 2, class: 'ecole' }],
      quorum: { ecole: 1 },
      band: [1, 30]
    }
  ],
  coordinators: [{ id: 'k1', commune: 'B' }],
  away: [{ who: 'p1', weekday: 2, half: 'am' }],
  minutes: { A: { B: 10 }, B: { A: 12 } },
  locked: []
};
const [team] = good.teams;

const codes = (document: unknown): string[] => {
  try {
    readMeetings(document, 'problem.json');
    return [];
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return error.findings.map(({ code, column }) => `${code} ${column}`);
  }
};

describe('a file of meetings', () => {
  it('is read with its days in order, each once, and the doubtful named', () => {
    const { problem, findings } = readMeetings({
      ...good,
      away: [...good.away, { who: 'stranger', weekday: 1 }]
    });
    expect(problem.calendar).toEqual(['2026-09-07', '2026-09-08']);
    expect(problem.away).toEqual(good.away);
    expect(findings.map(({ code, found }) => `${code} ${found}`)).toEqual([
      'meetings-unknown stranger',
      'meetings-twice 1'
    ]);
  });

  it.each([
    ['a calendar with no day', { ...good, calendar: [] }, ['meetings-value calendar']],
    ['a day that does not exist', { ...good, calendar: ['2026-02-30'] }, ['meetings-value calendar[0]']],
    ['a team without coordinator', { ...good, teams: [{ ...team, coordinator: undefined }] }, ['meetings-value teams[0].coordinator']],
    ['a coordinator who is not listed', { ...good, teams: [{ ...team, coordinator: 'k9' }] }, ['meetings-unknown teams[0].coordinator']],
    ['two teams of one name', { ...good, teams: [team, team] }, ['meetings-twice teams']],
    ['no minutes between two communes', { ...good, minutes: { A: { B: 10 } } }, ['meetings-value minutes.B.A']],
    ['a band upside down', { ...good, teams: [{ ...team, band: [30, 1] }] }, ['meetings-value teams[0].band']],
    ['an absence that ends before it begins', { ...good, away: [{ who: 'p1', from: '2026-09-08', to: '2026-09-07' }] }, ['meetings-value away[0]']],
    ['a lock of a meeting that the team does not have', { ...good, locked: [{ team: 't1', number: 3, date: '2026-09-07', half: 'am' }] }, ['meetings-value locked[0].number']],
    ['a lock of no team', { ...good, locked: [{ team: 't9', number: 1, date: '2026-09-07', half: 'am' }] }, ['meetings-unknown locked[0].team']],
    ['something that is no problem', 'hello', ['meetings-value ']]
  ])('with %s is refused, and says where', (_, document, expected) => {
    expect(codes(document)).toEqual(expected);
  }); // prettier-ignore

  it('whatever it holds, is read or refused by a finding', () => {
    const spoilt = fc.oneof(
      fc.jsonValue(),
      fc.tuple(tinyProblem, fc.string(), fc.jsonValue()).map(([problem, key, value]) => ({
        ...problem,
        [key]: value,
        teams: [...problem.teams, value]
      }))
    );
    fc.assert(
      fc.property(spoilt, (document) => {
        codes(document);
        try {
          readPlan(document);
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableInput);
        }
      })
    );
  });
});
