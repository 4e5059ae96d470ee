// The dated notes of the fictitious data agree with its schools.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Dashboard } from '../../../../src/lib/cube/dashboard.ts';
import { milestonesBefore, milestonesOf } from '../../../../src/lib/model/service.ts';

it('no private school asks, nor is followed, before the note that says they may ask', () => {
  const { schools, milestones } = JSON.parse(
    readFileSync('static/tables/dashboard.json', 'utf8')
  ) as Dashboard;
  const [may] = (milestones ?? []).filter(({ text }) => text.includes('privées'));
  const asked = schools.flatMap(({ sector, kind, requested_since }) =>
    sector === 'prive' && kind !== 'college' ? (requested_since ?? []) : []
  );
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((month) => month < may!.month)).toEqual([]);
});

it('a note that is invented says so in its text', () => {
  const { milestones } = JSON.parse(readFileSync('static/tables/dashboard.json', 'utf8')) as Dashboard;
  for (const { text, quality } of milestones ?? [])
    expect(text.startsWith('Fictif'), text).toBe(quality !== 'official');
});

it('the two dates of the presentation are told before the curve, the first by its year alone', () => {
  const { milestones = [], years } = JSON.parse(
    readFileSync('static/tables/dashboard.json', 'utf8')
  ) as Dashboard;
  const before = milestonesBefore(milestones, years);
  expect(before.map(({ month, yearOnly, quality }) => [month, yearOnly, quality])).toEqual([
    ['2006-01', true, 'official'],
    ['2021-06', undefined, 'official']
  ]);
  expect(milestonesOf(milestones, years)).toHaveLength(3);
});
