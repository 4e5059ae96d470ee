import { describe, expect, it } from 'vitest';
import {
  transmitDue,
  transmitHypotheses,
  transmitLists
} from '../../../../src/lib/features/territory/transmit-lines.ts';
import { USUAL_ROAD } from '../../../../src/lib/model/travel/travel-settings.ts';
import { newFile } from '../../../../src/lib/session/territory/project-file.ts';

const at = new Date('2026-09-01T10:00:00Z').getTime();
const used = (name: string, kind: 'staff' | 'cases' | 'protected-counts', part = {}) => ({
  ...newFile(name, 3, new File(['a;b'], name, { lastModified: at })),
  ...{ kind, state: 'used' as const, ...part }
});

describe('the sheet for whoever takes the service over', () => {
  it('has each list with the day it was written, or none where only who leaves knows it; no case file, and nothing made of one', () => {
    const files = [
      used('postes.csv', 'staff'),
      used('anciens.csv', 'staff', { content: null }),
      used('CANARI.csv', 'cases'),
      used('parcours/cube.json', 'protected-counts', { from: 'CANARI.csv' }),
      used('refusé.csv', 'staff', { state: 'refused' })
    ];
    expect(transmitLists(files).map(({ file, date }) => [file, date])).toEqual([
      ['postes.csv', '01/09/2026'],
      ['anciens.csv', null]
    ]);
  });

  it('has what comes from the day on, the nearest first: meetings, sessions with what they lack, notes of a month', () => {
    const session = { sheet: 'FA-03', needs: ['salle', 'transport'], ready: ['salle'] };
    const lines = transmitDue({
      milestones: [
        { month: '2027-01', text: 'Bilan à l’État', quality: 'official' },
        { month: '2026-11', text: 'Passé', quality: 'official' }
      ],
      meetings: [
        { team: 'a', number: 1, date: '2026-12-10', half: 'am' },
        { team: 'a', number: 2, date: '2026-12-01', half: 'am' }
      ],
      sessions: [
        { ...session, date: '2026-12-05', status: 'planned' },
        { ...session, date: '2026-12-06', status: 'cancelled' }
      ],
      teamName: () => 'Anzin',
      today: '2026-12-02'
    });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/FA-03.*transport$/);
    expect(lines[0]).not.toContain('salle');
    expect(lines[1]).toContain('Anzin');
    expect(lines[2]).toContain('Bilan à l’État');
  });

  it('says the cost, the road and the visits that figures suppose, and those the service typed', () => {
    const told = (decided: object, part = {}) =>
      transmitHypotheses({
        decided: { cost: null, road: USUAL_ROAD, split: null, ...decided },
        dashboard: { actions: [], posts: { referents: 6, coordinators: 3 } },
        hasPosts: true,
        hasVisits: false,
        ...part
      }).join('\n');
    expect(told({})).toMatch(/52\s000.*hypothèse[^]*Valeurs proposées[^]*par mois\s: 1, hypothèse/);
    const split = { plan: { referents: {} }, settings: { visites: '1.5' }, name: '', saved: false };
    const typed = told({ cost: 61_000, road: { ...USUAL_ROAD, parkingMinutes: 9 }, split });
    expect(typed).toMatch(
      /61\s000.*saisi par le service[^]*9\s?min[^]*choisies par le service[^]*:\s1,5, hypothèse/
    );
    expect(told({}, { hasVisits: true })).not.toContain('Visites');
    expect(told({}, { hasPosts: false }).split('\n')).toHaveLength(1);
  });
});
