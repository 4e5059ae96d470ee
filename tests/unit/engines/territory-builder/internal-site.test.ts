// What a site holds beside its tables: posts where it stays in the service, times, a base map, counts made safe; and what is refused.
import { describe, expect, it } from 'vitest';
import { type Finding, UnusableInput } from '../../../../src/lib/model/findings.ts';
import type { School } from '../../../../src/lib/model/school.ts';
import { usableAssignmentFile } from '../../../../src/lib/model/assignment/assignment-file.ts';
import {
  buildGraph,
  encodeGraph,
  atTownHall,
  parseTeamFile
} from '../../../../src/lib/engines/travel/index.ts';
import { BUILD_OPTIONS } from '../../../../src/lib/engines/travel/parameters.ts';
import type { GroundBox, GroundLayer } from '../../../../src/lib/engines/ground/index.ts';
import { readBasemap } from '../../../../src/lib/engines/territory-builder/sources/basemap.ts';
import type { CommuneFacts } from '../../../../src/lib/engines/territory-builder/places/communes.ts';
import { readConfig, type Config } from '../../../../src/lib/engines/territory-builder/sources/config.ts';
import { joinPosts } from '../../../../src/lib/engines/territory-builder/join/posts.ts';
import {
  noSources,
  type OpenSource,
  type Sources
} from '../../../../src/lib/engines/territory-builder/sources/sources.ts';
import { territoryTimes, travelFiles } from '../../../../src/lib/engines/territory-builder/travel/times.ts';
import { square, UAIS } from '../../../fixtures/import/files.ts';

const [A, B, C] = UAIS;
const given = new Map<string, Uint8Array>();
const give = (name: string, content: string | Uint8Array) =>
  given.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
const open: OpenSource = async (name) => {
  const bytes = given.get(name);
  if (!bytes) throw new UnusableInput({ code: 'missing-file', severity: 'dropped', file: name });
  return { name, bytes };
};
const textsOf = (files: ReadonlyMap<string, Uint8Array>) => (name: string) =>
  new TextDecoder().decode(files.get(name));

const commune = (code: string, lon: number): CommuneFacts => ({
  ...{ code, name: code, population: 1, area_ha: 1, intervention: true, cite_educative: null },
  ...{ lon, lat: 50.05, town_lon: lon, town_lat: 50.05, geometry_quality: 'generalised', source: 'x' },
  outline: square(lon - 0.05, 50, 0.1)
});
const communes = [commune('59001', 3), commune('59002', 3.1)];
const school = (uai: string, status: School['status'], lon: number | null): School => ({
  ...{ uai, name: uai, kind: 'primaire', sector: 'public', commune: '59001', qpv: null, group: null },
  ...{ network: null, rep: null, pupils: 100, pupils_quality: 'official', ips: 90, lon },
  ...{ lat: lon === null ? null : 50.06, position_quality: lon === null ? null : 'official', status },
  ...{ followed_since: '2024-2025', requested_since: null, team: null, source: 'x' }
});
const schools = [school(A, 'followed', 3.01), school(B, 'followed', null), school(C, 'waiting', 3.02)];
const territory = {
  ...{ siren: '200000001', name: 'Deux Vents', service: 'S', demonstration: false },
  bounds: [2.95, 50, 3.15, 50.1] as [number, number, number, number]
};
const rows = {
  territory,
  communes,
  schools,
  teams: [],
  release: null,
  years: ['2025-2026' as const],
  asOf: '2026-06' as const
};

const staff = (line: number, id: string, role: 'referent' | 'coordinator', base_commune = '59001') => ({
  ...{ file: 'postes.csv', line, id, role, fte: 1, base: 'Mairie', base_commune },
  ...{ base_lon: null, base_lat: null, coordinator: role === 'referent' ? 'C1' : null }
});
const followed = (line: number, uai: string, post: string | null) => ({
  ...{ file: 'ecoles.csv', line, uai, status: 'followed' as const, followed_since: null },
  ...{ requested_since: null, team: null, post }
});
const sources = (part: Partial<Sources>): Sources => ({ ...noSources(), ...part });
const configOf = (extra: object): Config => {
  const read = readConfig({ siren: '200000001', communes: 'c.geojson', schools: [], ...extra });
  if ('faults' in read) throw new Error(read.faults.join());
  return read.config;
};
async function refusal(work: Promise<unknown>): Promise<Finding> {
  const error = await work.then(
    () => null,
    (cause: unknown) => cause
  );
  if (!(error instanceof UnusableInput)) throw new Error('was taken', { cause: error });
  return error.finding;
}

describe('the posts of a site that stays in the service', () => {
  it('are numbered, stand in a commune of the territory, and follow the schools that the list gives them', () => {
    const {
      staff: posts,
      assignment,
      findings
    } = joinPosts(
      sources({
        staff: [
          staff(2, 'Mme Untel', 'referent'),
          staff(3, 'R2', 'referent', '59002'),
          staff(4, 'C1', 'coordinator'),
          staff(5, 'R9', 'referent', '75056')
        ],
        followed: [followed(2, A, 'Mme Untel'), followed(3, B, 'R9'), followed(4, 'ailleurs', 'R2')]
      }),
      { communes, schools }
    );
    expect(posts.map(({ id, base_lon, coordinator }) => [id, base_lon, coordinator])).toEqual([
      ['Référent 1', 3, 'C1'],
      ['R2', 3.1, 'C1'],
      ['C1', 3, null]
    ]);
    expect(assignment).toEqual([{ uai: A, post: 'Référent 1', quality: 'official' }]);
    expect(findings.map(({ code, file, row }) => [code, file, row])).toEqual([
      ['post-not-numbered', 'postes.csv', 2],
      ['commune-not-of-epci', 'postes.csv', 5],
      ['unknown-post', 'ecoles.csv', 3]
    ]);
    expect(JSON.stringify({ posts, assignment, findings })).not.toContain('Untel');
  });
});

describe('the times of a territory', () => {
  const write = async (config: Config, posts: ReturnType<typeof joinPosts>) => {
    const files = await travelFiles(rows, posts, await territoryTimes(config, rows, open));
    const read = textsOf(files);
    return {
      split: usableAssignmentFile(read('graph/split.json')),
      team: parseTeamFile(read('graph/team.json')),
      files: [...files.keys()].filter((name) => name.startsWith('graph/')).sort(),
      sectors: JSON.parse(read('map/sectors.geojson')) as { features: unknown[] }
    };
  };
  const nobody = { staff: [], assignment: [], findings: [] };

  it('without a graph are estimated as the crow flies, and no page lacks a file', async () => {
    const { split, team, files, sectors } = await write(configOf({}), nobody);
    expect(team.times).toEqual({ car: 'straight', bike: 'straight', foot: 'straight' });
    expect([split, team.posts, sectors.features]).toEqual([null, [], []]);
    expect(files).toEqual(['graph/split.json', 'graph/team.json']);
  });

  it('put each post on the road to its schools, one that no file places among them', async () => {
    const posts = joinPosts(
      sources({
        staff: [staff(2, 'R1', 'referent', '59002')],
        followed: [followed(2, A, 'R1'), followed(3, B, 'R1')]
      }),
      { communes, schools }
    );
    const { split, team, sectors } = await write(configOf({ profile: 'internal' }), posts);
    expect(team.team[0]).toMatchObject({ id: 'R1', schools: 2, unreachable: [] });
    expect(split?.assignment).toEqual({ [A]: 'R1', [B]: 'R1' });
    expect(split?.times).toEqual(team.times);
    expect(split?.minutes.flat().includes(null)).toBe(false);
    expect(sectors.features.length).toBe(3);
  });

  const graph = (mode: 'car' | 'bike', lon: number) =>
    encodeGraph(
      buildGraph(
        {
          meta: { mode, source: 'test', dataDate: '2026-01-01', schematic: false },
          lon: Float64Array.from([lon, lon + 0.05, lon + 0.1]),
          lat: Float64Array.from([50.05, 50.055, 50.05]),
          ways: [{ points: [0, 1, 2], rural: 40, urban: 30, oneway: false }]
        },
        BUILD_OPTIONS
      )
    );

  it('are those of the road graph that the operator made, which the site ships', async () => {
    give('car.bin', graph('car', 3));
    const { team, files } = await write(configOf({ travel: { graph: 'car.bin' } }), nobody);
    expect(team.times).toEqual({ car: 'roads', bike: 'straight', foot: 'straight' });
    expect(team.meta).toMatchObject({ engine: 'maillage-graph 3, car', dataDate: '2026-01-01' });
    expect(files).toContain('graph/car.bin');
    expect((await write(configOf({}), nobody)).files).not.toContain('graph/car.bin');
  });

  it('are refused with a reason when the graph is of another mode, another place, a former version, or cut', async () => {
    give('bike.bin', graph('bike', 3));
    give('far.bin', graph('car', 8));
    give('cut.bin', graph('car', 3).slice(0, 40));
    const former = graph('car', 3);
    former[4] = 2;
    give('former.bin', former);
    const of = (file: string) => refusal(territoryTimes(configOf({ travel: { graph: file } }), rows, open));
    expect(await of('bike.bin')).toMatchObject({ code: 'graph-other-mode', file: 'bike.bin', found: 'bike' });
    expect(await of('far.bin')).toMatchObject({ code: 'graph-elsewhere', found: '0', expected: '2' });
    expect(await of('cut.bin')).toMatchObject({ code: 'graph-truncated', file: 'cut.bin' });
    expect(await of('former.bin')).toMatchObject({ code: 'graph-version', file: 'former.bin' });
    expect(await of('absent.bin')).toMatchObject({ code: 'missing-file' });
  });
});

describe('a base map', () => {
  const take = async (features: unknown, name = 'fond.geojson') => {
    give(name, JSON.stringify({ type: 'FeatureCollection', features }));
    return readBasemap(name, open, territory.bounds as GroundBox);
  };
  const line = (coordinates: unknown, properties: object = {}) => ({
    ...{ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } }
  });

  it('is cut to the territory, told apart as water and roads, and stripped of all else', async () => {
    const { layers, findings } = await take([
      line([[3, 50.05], [3.05, 50.0612345]], { highway: 'primary', name: 'Rue du Secret' }), // prettier-ignore
      line([[3, 50.05], [3.05, 50.06]], { kind: 'main' }), // prettier-ignore
      line([[3, 50.05], [3.05, 50.06]], { NATURE: 'Route à 1 chaussée' }), // prettier-ignore
      line([[3, 50.05], [3.05, 50.06]], { waterway: 'canal', name: 'Escaut' }), // prettier-ignore
      line([[8, 45], [8.1, 45]]), // prettier-ignore
      { type: 'Feature', properties: { natural: 'water' }, geometry: square(3, 50.02, 0.01) },
      { type: 'Feature', properties: { code: '59001', nom: 'Aube' }, geometry: square(3, 50.03, 0.02) },
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [3, 50] } }
    ]);
    const kinds = (layer: GroundLayer) => layers[layer].map(({ properties }) => properties);
    expect(kinds('streets')).toEqual([{ kind: 'primary' }, { kind: 'primary' }, { kind: 'tertiary' }]);
    expect(kinds('water_lines')).toEqual([{ kind: 'canal' }]);
    expect(kinds('water_polygons')).toEqual([{ kind: 'water' }]);
    expect(findings).toMatchObject([{ code: 'basemap-surfaces', severity: 'doubtful', found: '1' }]);
  });

  it('made of outlines of communes is refused, not drawn as water', async () => {
    const outlines = [3, 3.05].map((x) => ({
      ...{ type: 'Feature', properties: { code: '59001', nom: 'Aube' }, geometry: square(x, 50.02, 0.04) }
    }));
    expect(await refusal(take(outlines))).toMatchObject({ code: 'basemap-not-drawn', found: '2' });
  });

  it('of another place, in metres or of another kind is refused with its reason', async () => {
    expect(await refusal(take([line([[8, 45], [8.1, 45]])]))).toMatchObject({ code: 'basemap-elsewhere' }); // prettier-ignore
    expect(await refusal(take([line([[700000, 7060000], [700001, 7060000]])]))).toMatchObject({ code: 'unknown-projection' }); // prettier-ignore
    give('autre.json', '{"siren":1}');
    expect(await refusal(readBasemap('autre.json', open, territory.bounds as GroundBox))).toMatchObject({
      code: 'not-geojson'
    });
  });
});

describe('a territory whose schools have no position at all', () => {
  const unplaced = [school(A, 'followed', null), school(B, 'followed', null), school(C, 'waiting', null)];
  const posts = [
    { id: 'Référent 1', role: 'referent' as const, fte: 1, base: 'Mairie', base_commune: '59002' }
  ];

  it('keeps every school in sectors and on the road, at the town hall of its commune, and draws them there together', async () => {
    const config = configOf({});
    const own = { ...rows, schools: unplaced };
    const times = await territoryTimes(config, own, open);
    const files = await travelFiles(
      own,
      {
        staff: posts.map((post) => ({ ...post, base_lon: 3.1, base_lat: 50.05, coordinator: null, quality: 'official' as const })), // prettier-ignore
        assignment: [A, B].map((uai) => ({ uai, post: 'Référent 1' }))
      } as never,
      times
    );
    const read = textsOf(files);
    const split = usableAssignmentFile(read('graph/split.json'))!;
    const team = parseTeamFile(read('graph/team.json'));
    expect(split.schools.map(({ uai }) => uai)).toEqual([A, B, C]);
    expect(split.minutes.flat().every((minutes) => minutes !== null && minutes >= 0)).toBe(true);
    expect(new Set(split.minutes[split.bases.indexOf('59002')]).size).toBe(1);
    expect(team.team[0]).toMatchObject({ schools: 2, unreachable: [] });
    expect(team.team[0]!.hours.driving.mean).toBeGreaterThan(0);
    expect(atTownHall(unplaced)).toEqual([A, B, C]);
    const { features } = JSON.parse(read('map/sectors.geojson')) as {
      features: { properties: { code: string; commune: string } }[];
    };
    expect(features.map(({ properties }) => properties)).toEqual([
      { code: [A, B, C].join(' '), commune: '59001' }
    ]);
  });
});
