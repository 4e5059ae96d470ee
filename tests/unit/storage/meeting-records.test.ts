// Records of meetings in the text of reports: what is kept comes back, and what no meeting can be is left out.
import { expect, it } from 'vitest';
import { readReports } from '../../../src/lib/storage/kept-reports.ts';

const record = {
  team: 'EPS-01',
  number: 1,
  date: '2026-10-06',
  held: true,
  seen: 5,
  came: null,
  decisions: { continue: 4, reorient: 0, end: 1 }
};
const read = (meetings: unknown) => readReports(JSON.stringify({ version: 1, meetings }))?.meetings;

it('the record of a meeting comes back as it was kept, by school year', () => {
  expect(read({ '2026-2027': [record] })).toEqual({ '2026-2027': [record] });
});

it('what is no record is left out', () => {
  const wrong = [
    { ...record, seen: -1 },
    { ...record, came: 'dix' },
    { ...record, date: 'hier' },
    { ...record, decisions: { continue: 1 } },
    null
  ];
  expect(read({ '2026-2027': [...wrong, record], hier: [record], '2025-2026': 3 })).toEqual({
    '2026-2027': [record]
  });
});
