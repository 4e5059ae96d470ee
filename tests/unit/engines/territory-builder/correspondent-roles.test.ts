// Presence of a correspondent in team meetings, read from the members of the teams.
import { expect, it } from 'vitest';
import { correspondentsOf } from '../../../../src/lib/engines/territory-builder/join/correspondent-roles.ts';
import type { Correspondent } from '../../../../src/lib/model/service.ts';

const teams = [
  { id: 'EPS-1', commune: '59001' },
  { id: 'EPS-2', commune: '59002' }
];
const member = (team: string, written: string) => ({
  ...{ team, partner: 'p', function: written, weight: 1, class: '' }
});
const of = (commune: string, roles?: Correspondent['roles']): Correspondent => ({
  ...{ commune, filled: true, quality: 'official' },
  ...(roles && { roles })
});

it('a member who is the correspondent is present in the teams of its commune, and in no other', () => {
  const members = [member('EPS-1', 'Correspondante de la ville'), member('EPS-2', 'Direction d’école 2')];
  expect(correspondentsOf({ correspondents: [of('59001'), of('59002')], teams }, members, true)).toEqual([
    of('59001', { presence: 'held' }),
    of('59002')
  ]);
});

it('what the list says of presence stays', () => {
  const members = [member('EPS-1', 'Correspondant communal')];
  const told = [of('59001', { presence: 'vacant', projets: 'held' })];
  expect(correspondentsOf({ correspondents: told, teams }, members, true)).toEqual(told);
});

it('a site without members has the correspondents of the list alone', () => {
  expect(correspondentsOf({ correspondents: [of('59001')], teams }, [], true)).toEqual([of('59001')]);
});
