import { expect, it } from 'vitest';
import { teamOfChild, teamSituations } from '../../../../src/lib/engines/pathways/team-situations.ts';
import type { Case } from '../../../../src/lib/model/pathway.ts';
import { NO_DETAILS, type CaseDetails } from '../../../../src/lib/model/report/case-details.ts';

const teams = [
  { id: 'E1', name: 'Quartier du Port', qpv: 'QN1', commune: 'A' },
  { id: 'E2', name: 'A, hors quartiers', qpv: null, commune: 'A' },
  { id: 'E3', name: 'A, collèges', qpv: null, commune: 'A' },
  { id: 'E4', name: 'B, collège et hors quartiers', qpv: null, commune: 'B' },
  { id: 'E5', name: 'Quartier du Lac', qpv: 'QN2', commune: 'C' }
];
const child = (part: Partial<Case>) => ({
  level: 'elementaire' as const,
  qpv: null,
  commune: 'A',
  uai: 'S',
  ...part
});
const teamOf = (part: Partial<Case>) => teamOfChild(child(part), teams, (uai) => (uai === 'S' ? 'B' : null));

it('a child goes to the team of its quarter, else of its commune; a collégien first to the team of the collège', () => {
  expect(teamOf({ qpv: 'QN1' })).toBe('E1');
  expect(teamOf({})).toBe('E2');
  expect(teamOf({ qpv: 'QN1', level: 'college' })).toBe('E3');
  expect(teamOf({ commune: 'B' })).toBe('E4');
  expect(teamOf({ commune: 'C' })).toBe('E5');
  expect(teamOf({ commune: null })).toBe('E4');
  expect(teamOf({ commune: 'Z' })).toBe(null);
  expect(teamOf({ commune: null, uai: 'T' })).toBe(null);
});

it('an open situation is opened on its entry, or on the first day of its first year; one that ended is not there', () => {
  const row = (
    case_id: string,
    school_year: Case['school_year'],
    details: Partial<CaseDetails> = {}
  ): Case => ({
    ...child({}),
    case_id,
    school_year,
    theme: null,
    family_id: null,
    visits: null,
    details: { ...NO_DETAILS, ...details }
  });
  const rows = [
    row('P1', '2025-2026', { lastReview: '2026-03-02' }),
    row('P1', '2024-2025'),
    row('P2', '2025-2026', { entry: '2025-11', exit: '2026-12' }),
    row('P3', '2025-2026', { exit: '2026-05-04' }),
    row('P4', '2024-2025'),
    { ...row('P5', '2025-2026'), commune: 'Z' },
    // A year that has not begun tells an exit of before the day.
    row('P6', '2025-2026'),
    row('P6', '2026-2027', { exit: '2026-05-04' })
  ];
  expect(teamSituations(rows, teams, '2026-08-31', () => null)).toEqual({
    situations: [
      { id: 'P1', team: 'E2', opened: '2024-09-01', seen: '2026-03-02', until: null },
      { id: 'P2', team: 'E2', opened: '2025-11-01', seen: null, until: '2026-12-31' },
      { id: 'P6', team: 'E2', opened: '2025-09-01', seen: null, until: null }
    ],
    teamless: 1
  });
});
