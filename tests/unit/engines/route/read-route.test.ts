import { describe, expect, it } from 'vitest';
import { readRoute } from '../../../../src/lib/engines/route/index.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { smallRoute } from './routes.ts';

const document = smallRoute(1, { units: 6, referents: 2, waiting: 2, posts: [2, 2.5] });
const codes = (more: object) =>
  readRoute({ ...document, ...more })
    .findings.map(({ code }) => code)
    .filter((code) => code.startsWith('route'));
const refused = (more: object): string[] => {
  try {
    readRoute({ ...document, ...more });
  } catch (error) {
    if (error instanceof UnusableInput) return error.findings.map(({ code }) => code);
  }
  return [];
};
const candidates = (more: object) => readRoute({ ...document, ...more }).route.candidates;

describe('a route problem', () => {
  it('is read whole: requests, posts of each year, what a post takes today', () => {
    const { route, findings } = readRoute(document);
    expect(findings).toEqual([]);
    expect(route.waiting.map(({ requested }) => requested)).toEqual(
      document.units.slice(4).map(({ requested }) => requested)
    );
    const followed = document.units.slice(0, 4).reduce((sum, { workload }) => sum + workload, 0);
    expect([route.capacity, route.newPosts]).toEqual([followed / 2, ['Poste 3']]);
  });

  it('takes a place in each of its forms', () => {
    const { minutes } = document;
    const row = minutes[0]!.map(() => 7);
    expect(candidates({ candidates: ['R1'] })[0]!.minutes).toEqual(minutes[1]);
    expect(candidates({ candidates: ['59014', 'R0'], minutes: [...minutes, row] })[0]).toMatchObject({
      id: '59014',
      minutes: row
    });
    expect(candidates({ candidates: [2], minutes: [...minutes, row] })[0]!.minutes).toEqual(row);
    expect(candidates({ candidates: undefined, minutes: [...minutes, row] })[0]!.minutes).toEqual(row);
    const placed = candidates({ candidates: [{ lat: 50.4, lon: 3.5 }, { id: 'x', base: { lat: 50.4, lon: 3.5 } }] }); // prettier-ignore
    expect(placed.map(({ id }) => id)).toEqual(['50.4, 3.5', 'x']);
    expect(placed[0]!.minutes.every((one) => one !== null && one >= 0)).toBe(true);
    expect(candidates({ candidates: ['U2'] })[0]!.minutes[2]).toBe(0);
  });

  it('bases new posts where referents are when no place is offered', () => {
    expect(codes({ candidates: [] })).toEqual(['route-no-candidates']);
    expect(candidates({ candidates: [] }).map(({ id }) => id)).toEqual(['R0', 'R1']);
  });

  it.each([
    ['an unknown school that waits', { waiting: ['nobody', 'U5'] }, ['route-unknown-waiting']],
    ['a school named twice', { waiting: ['U5', { id: 'U5' }] }, ['route-waiting-twice']],
    ['years out of order', { years: [...document.years].reverse() }, ['route-years-order']],
    ['a year that lacks', { years: [{ label: '2026', posts: 2 }, { label: '2028', posts: 3 }] }, ['route-year-missing']], // prettier-ignore
    ['a year without posts', { years: [{ label: '2026' }] }, ['route-year-without-posts']],
    ['a year with nobody', { years: [{ label: '2026', posts: 0 }] }, ['route-nobody-works']],
    ['posts that fall', { years: [{ label: '2026', posts: 3 }, { label: '2027', posts: 2.5 }] }, ['route-posts-fall']], // prettier-ignore
    [
      'posts below the team',
      { years: [{ label: '2026', posts: 1.5 }] },
      ['route-posts-fall', 'route-below-team']
    ],
    ['a growth of -100 %', { growth: -100 }, ['route-no-load-left']],
    ['a growth as a share', { growth: 0.03 }, ['route-odd-growth']],
    ['a place without times', { candidates: ['A place', { id: 'A', minutes: document.minutes[0] }] }, ['route-unknown-candidate']], // prettier-ignore
    ['a place named twice', { candidates: ['R0', 'R0'] }, ['route-candidate-twice']],
    ['rows of no place', { minutes: [...document.minutes, document.minutes[0]] }, ['route-extra-rows']],
    ['estimated times', { candidates: [{ id: 'x', lat: 50.4, lon: 3.5 }] }, ['route-estimated-minutes']],
    ['coordinators', { coordinatorTolerance: 0.1, referents: document.referents.map((one) => ({ ...one, coordinator: 'C' })) }, ['route-coordinators']] // prettier-ignore
  ])('remarks %s', (_, more, expected) => expect(codes(more)).toEqual(expected));

  it('names every cause when it cannot be used', () => {
    expect(refused({ years: [] })).toEqual(['split-empty-list']);
    expect(refused({ years: [{ label: '2026', posts: -1 }, { label: '2026', posts: 2 }] })).toEqual(['split-bad-number', 'split-duplicate-id']); // prettier-ignore
    expect(refused({ growth: -200, capacity: 0 })).toEqual(['split-bad-number', 'split-bad-number']);
    expect(refused({ waiting: document.units.map(({ id }) => id) })).toEqual(['route-no-capacity']);
    expect(refused({ minutes: [], years: null })).toEqual(['split-wrong-size', 'split-empty-list']);
    expect(() => readRoute(null)).toThrow(UnusableInput);
  });
});
