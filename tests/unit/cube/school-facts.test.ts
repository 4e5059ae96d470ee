// The card of a school: what is known of it, and that the rest is unknown rather than nothing.
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { schoolFacts } from '../../../src/lib/cube/school-facts.ts';
import { unallocated } from '../../../src/lib/cube/protection/unallocated.ts';
import { packPathways } from '../../../src/lib/cube/pathway-grid.ts';
import {
  cardRequest,
  cardRows,
  cardStatus,
  nearWords
} from '../../../src/lib/features/coverage/school-card-words.ts';
import type { PathwayCell } from '../../../src/lib/model/pathway.ts';
import type { School } from '../../../src/lib/model/school.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

const year = smallDashboard.years.at(-1)!;
const first = smallDashboard.schools[0]!;
const withFirst = (part: Partial<School>) =>
  new CoverageCube({
    ...smallDashboard,
    schools: [{ ...first, ...part }, ...smallDashboard.schools.slice(1)]
  });
const facts = (part: Partial<School>) => schoolFacts(withFirst(part), first.uai, year)!;

describe('the card of a school', () => {
  it('says since when the school waits, at the day of reference', () => {
    const waiting = facts({ status: 'waiting', followed_since: null, requested_since: '2026-02' });
    expect(waiting.months).toBe(4);
    expect(cardStatus(waiting)).toBe('En attente depuis 4 mois');
    expect(cardRequest(waiting)).toBe('L’école a demandé l’appui du service en février 2026.');
  });

  it('says an unknown date, count, index, position and drive as unknown', () => {
    const bare = facts({
      status: 'waiting',
      followed_since: null,
      requested_since: null,
      pupils: null,
      ips: null,
      lon: null,
      lat: null,
      qpv: null
    });
    expect(cardStatus(bare)).toBe('En attente, depuis une date inconnue');
    expect(cardRequest(bare)).toBe('');
    expect(bare.near).toEqual([]);
    const rows = Object.fromEntries(
      cardRows({ ...bare, access: null }).map(({ name, value }) => [name, value])
    );
    for (const name of ['Élèves', 'Quartier', 'Base de référent'])
      expect(rows[name], name).toContain('inconnu');
  });

  it('names the nearest schools in order, a collège apart, and a QPV only for a school that is in none', () => {
    const near = facts({ qpv: null }).near;
    const schools = near.filter(({ kind }) => kind === 'school');
    expect(schools.map(({ metres }) => metres)).toEqual(
      schools.map(({ metres }) => metres).sort((a, b) => a - b)
    );
    expect(near.some(({ kind }) => kind === 'qpv')).toBe(smallDashboard.qpvs.length > 0);
    expect(facts({ qpv: smallDashboard.qpvs[0]!.code }).near.some(({ kind }) => kind === 'qpv')).toBe(false);
    expect(nearWords({ kind: 'qpv', name: 'Les Acacias', metres: 800 }).name).toBe('Quartier Les Acacias');
  });
});

describe('children whom no commune counts', () => {
  const cell = (zone: string, children: number | null): PathwayCell =>
    ({ school_year: year, zone, level: 'ALL', theme: 'ALL', children }) as PathwayCell;
  const cube = (cells: PathwayCell[]) =>
    new CoverageCube({ ...smallDashboard, pathways: packPathways(cells) });
  const filter = { year, level: 'ALL', theme: 'ALL', place: null } as const;
  const { siren } = smallDashboard.territory;
  const [one, two] = smallDashboard.communes.filter(({ intervention }) => intervention);

  it('are told with the places that share them', () => {
    expect(
      unallocated(
        cube([cell(siren, 40), cell(one!.code, 22), cell(two!.code, null), cell('autres', null)]),
        filter
      )
    ).toEqual({ children: 18, communes: [two!.name], elsewhere: true });
  });

  it('are none where the total is protected or the communes make it whole', () => {
    expect(unallocated(cube([cell(siren, null), cell(one!.code, 22)]), filter)).toBeNull();
    expect(unallocated(cube([cell(siren, 22), cell(one!.code, 22)]), filter)).toBeNull();
  });
});
