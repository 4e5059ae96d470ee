// npm run graph, matrix and transit: a result on standard output, one line when there is none.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graph } from '../../../../scripts/graph.ts';
import { ground } from '../../../../scripts/graph/ground.ts';
import { matrix } from '../../../../scripts/graph/matrix.ts';
import { transit } from '../../../../scripts/graph/transit.ts';
import { runIn } from '../../../fixtures/command.ts';
import { encodeGraph } from '../../../../src/lib/engines/travel/graph/graph-file.ts';
import { graphOf, randomNetwork } from '../../../fixtures/travel/networks.ts';
import { LINE, MONDAY, zipOf } from '../../../fixtures/travel/timetables.ts';
import { pbfOf } from '../../../fixtures/ground/osm-pbf.ts';

const folder = mkdtempSync(join(tmpdir(), 'commands-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const COMMANDS = { graph, 'graph/ground': ground, matrix, transit };
const run = (name: keyof typeof COMMANDS, ...args: string[]) => runIn(COMMANDS[name], ...args);

beforeAll(() => {
  writeFileSync(at('graph.bin'), encodeGraph(graphOf(randomNetwork(5, 40, 0.2))));
  writeFileSync(
    at('points.json'),
    JSON.stringify([
      { lat: 50.36, lon: 3.51, id: 'a' },
      { lat: 50.37, lon: 3.53 },
      { lat: 51.3, lon: 2.5, id: 'sea' }
    ])
  );
  writeFileSync(at('bad-points.json'), '[{"lat": 50.36, "lon": 3.51}, {"lat": "50", "lon": 3.5}]');
  writeFileSync(at('stops.json'), '[{"lat": 50.36, "lon": 3.5}, {"lat": 50.38, "lon": 3.5}]');
  writeFileSync(at('feed.zip'), zipOf(LINE));
  const corners = [
    [3.5, 50.36],
    [3.51, 50.36],
    [3.51, 50.37]
  ].map(([lon, lat], i) => ({ id: i + 1, lon: lon!, lat: lat! }));
  writeFileSync(
    at('roads.pbf'),
    pbfOf(corners, [{ id: 1, refs: [1, 2, 3, 1], tags: { highway: 'residential' } }])
  );
});

describe('the commands of travel', () => {
  it('build a graph, then a matrix over it', async () => {
    // The guide writes into a folder that is not there yet.
    const out = at('graph/car.bin');
    const graph = await run('graph', '--pbf', at('roads.pbf'), '--mode', 'car', '--out', out);
    expect([graph.status, JSON.parse(graph.stdout)]).toMatchObject([0, { mode: 'car', links: 1 }]);
    const matrix = await run('matrix', '--graph', at('graph.bin'), '--points', at('points.json'));
    const json = JSON.parse(matrix.stdout) as Record<string, unknown> & { seconds: (number | null)[][] };
    expect(matrix.status).toBe(0);
    expect(Object.keys(json)).toEqual(['engine', 'dataDate', 'calibration', 'points', 'seconds', 'metres']);
    expect(json.seconds[0]![1]).toBeGreaterThan(0);
    expect([json.seconds[0]![2], json.seconds[2]![0], json.seconds[0]![0]]).toEqual([
      null,
      null,
      expect.any(Number)
    ]);
    expect(matrix.stderr).toContain('Point loin de toute route : sea');
  });

  it('make the ground of a built territory: of its communes, and around them', async () => {
    const square = [[3.5, 50.36], [3.51, 50.36], [3.51, 50.37], [3.5, 50.36]]; // prettier-ignore
    const commune = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [square] } };
    mkdirSync(at('territory/map'), { recursive: true });
    writeFileSync(
      at('territory/map/communes.geojson'),
      JSON.stringify({ type: 'FeatureCollection', features: [commune] })
    );
    const options = ['--pbf', at('roads.pbf'), '--territory', at('territory'), '--out', at('around')];
    const { status, lines } = await run('graph/ground', ...options);
    expect([status, lines.join('\n')]).toEqual([0, expect.not.stringContaining('imprévu')]);
    expect(readdirSync(at('around'))).toContain('car.bin');
  });

  it('make the ground of a rectangle in one reading', async () => {
    const ground = await run(
      'graph/ground',
      '--pbf',
      at('roads.pbf'),
      '--bbox',
      '3.4,50.3,3.6,50.4',
      '--out',
      at('ground')
    );
    expect([ground.status, JSON.parse(ground.stdout)]).toMatchObject([
      0,
      {
        nodes: 1,
        edges: 1,
        named: 0,
        bytes: expect.any(Number) as number,
        seconds: expect.any(Number) as number
      }
    ]);
    const written = readdirSync(at('ground')).sort();
    expect(written).toEqual(expect.arrayContaining(['bike.bin', 'car.bin', 'foot.bin', 'ground.pmtiles']));
  });

  it('give times by public transport', async () => {
    const { status, stdout } = await run(
      'transit',
      '--gtfs',
      at('feed.zip'),
      '--points',
      at('stops.json'),
      '--date',
      MONDAY,
      '--from',
      '07:50',
      '--to',
      '07:51',
      '--out',
      at('times.json')
    );
    expect([status, stdout]).toEqual([0, '']);
    const json = JSON.parse(readFileSync(at('times.json'), 'utf8')) as {
      seconds: number[][];
      metres?: unknown;
    };
    expect(json.metres).toBeUndefined();
    expect(json.seconds[0]![1]).toBe(1200);
  });

  it.each<[string, string[], string]>([
    ['graph', [], 'Attendu : --pbf et --out'],
    ['graph', ['--pbf', 'points.json', '--out', 'x.bin'], 'pas un fichier OpenStreetMap PBF'],
    ['graph', ['--pbf', 'roads.pbf', '--mode', 'boat', '--out', 'x.bin'], 'attendu car, bike ou foot'],
    ['graph', ['--pbf', 'absent.pbf', '--out', 'x.bin'], 'fichier absent'],
    ['graph', ['--pbf', 'roads.pbf', '--bbox', '3.5,50', '--out', 'x.bin'], 'ouest,sud,est,nord'],
    ['graph', ['--pbf', 'roads.pbf', '--bbox', '170,-20,-170,-10', '--out', 'x.bin'], '180e méridien'],
    ['graph/ground', ['--pbf', 'roads.pbf'], 'Attendu : --pbf et --out'],
    ['graph/ground', ['--pbf', 'roads.pbf', '--out', 'g'], 'ne dit pas ce qu’il couvre'],
    ['graph/ground', ['--pbf', 'roads.pbf', '--territory', 'absent', '--out', 'g'], 'fichier absent'],
    ['graph/ground', ['--pbf', 'roads.pbf', '--bbox', '4,50,5,51', '--out', 'g'], 'aucune route'],
    ['matrix', ['--graph', 'points.json', '--points', 'points.json'], 'pas un graphe de routes'],
    ['matrix', ['--graph', 'graph.bin', '--points', 'bad-points.json'], 'ligne 2'],
    ['matrix', ['--graph', 'graph.bin', '--points', 'graph.bin'], 'liste de points illisible'],
    [
      'transit',
      [
        '--gtfs',
        'points.json',
        '--points',
        'stops.json',
        '--date',
        MONDAY,
        '--from',
        '07:00',
        '--to',
        '08:00'
      ],
      'archive zip'
    ],
    [
      'transit',
      [
        '--gtfs',
        'feed.zip',
        '--points',
        'stops.json',
        '--date',
        '2026-02-30',
        '--from',
        '07:00',
        '--to',
        '08:00'
      ],
      '--date'
    ],
    [
      'transit',
      ['--gtfs', 'feed.zip', '--points', 'stops.json', '--date', MONDAY, '--from', '09:00', '--to', '08:00'],
      '--to'
    ],
    [
      'transit',
      [
        '--gtfs',
        'feed.zip',
        '--points',
        'stops.json',
        '--date',
        '2027-06-01',
        '--from',
        '07:00',
        '--to',
        '08:00'
      ],
      'aucun service'
    ]
  ])('%s %j ends with 2 and its cause', async (script, args, cause) => {
    const paths = args.map((arg) => (/\.(json|bin|pbf|zip)$/.test(arg) ? at(arg) : arg));
    const { status, stdout, stderr } = await run(script as keyof typeof COMMANDS, ...paths);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(cause);
    expect(stderr).not.toContain('    at ');
  });
});
