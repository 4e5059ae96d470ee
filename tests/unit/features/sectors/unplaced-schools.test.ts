// A plan over schools that no file places: the same schools as in the assignment file, at the town hall of their commune, and said.
import { describe, expect, it } from 'vitest';
import { exportTable } from '../../../../src/lib/export/columns.ts';
import {
  ASSIGNMENT_FILE_VERSION,
  type AssignmentFile
} from '../../../../src/lib/model/assignment/assignment-file.ts';
import { sectorsSource } from '../../../../src/lib/features/sectors/source-words.ts';
import { assignmentTable } from '../../../../src/lib/features/sectors/files/sectors-files.ts';
import { sectorCells } from '../../../../src/lib/features/sectors/map/sector-scene.ts';
import { SectorsState } from '../../../../src/lib/features/sectors/state/sectors-state.svelte.ts';
import { square } from '../../../fixtures/import/files.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

const followed = smallDashboard.schools.filter(({ status }) => status === 'followed');
const asked = smallDashboard.schools.filter(({ status }) => status === 'followed' || status === 'waiting');
const file: AssignmentFile = {
  version: ASSIGNMENT_FILE_VERSION,
  roads: {},
  tripScale: 1,
  territory: smallDashboard.territory.siren,
  times: { car: 'straight' },
  posts: [{ id: 'R1', fte: 1, base: smallDashboard.communes[0]!.code, coordinator: null }],
  schools: asked.map(({ uai, status }) => ({
    uai,
    pupils: 100,
    meetings: 1,
    waiting: status === 'waiting'
  })),
  assignment: Object.fromEntries(followed.map(({ uai }) => [uai, 'R1'])),
  bases: [smallDashboard.communes[0]!.code],
  minutes: [asked.map(() => 10)],
  neighbours: []
};
const schools = smallDashboard.schools.map((school) => ({ ...school, lon: null, lat: null }));
const sectors = new SectorsState(file, { ...smallDashboard, schools }, (_, value) => value ?? '-');

describe('a plan over schools without a position', () => {
  it('holds as many schools as the assignment file and the coverage page', () => {
    expect(followed.length).toBeGreaterThan(1);
    expect(sectors.schools).toHaveLength(followed.length);
    expect(sectors.figures.referents[0]).toMatchObject({ id: 'R1' });
  });

  it('draws them at the town hall, without a coordinate that is no number', () => {
    const shapes = {
      type: 'FeatureCollection' as const,
      features: followed.map(({ uai, commune }) => ({
        type: 'Feature' as const,
        properties: { code: uai, commune },
        geometry: square(3, 50, 0.1)
      }))
    };
    const towns = new Map(smallDashboard.communes.map((town) => [town.code, town]));
    for (const [at, { lon, lat }] of sectorCells(sectors, shapes).entries()) {
      const town = towns.get(followed[at]!.commune)!;
      expect([lon, lat]).toEqual([town.town_lon, town.town_lat]);
    }
  });

  it('says how many there are, and gives no point to them in a file', () => {
    expect(sectorsSource(sectors)).toContain(`${asked.length} écoles sans position`);
    expect(exportTable(assignmentTable(sectors)).geometry).toEqual(followed.map(() => null));
  });
});
