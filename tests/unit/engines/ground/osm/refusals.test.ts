// A file that is no extract, or that cannot be read, says why and what to do.
import { describe, expect, it } from 'vitest';
import { readExtract, type GroundBox } from '../../../../../src/lib/engines/ground/index.ts';
import { UnusableInput } from '../../../../../src/lib/model/findings.ts';
import { pbfOf, type TestNode, type TestWay } from '../../../../fixtures/ground/osm-pbf.ts';

async function codeOf(content: BlobPart, box?: GroundBox): Promise<string> {
  try {
    await readExtract(new Blob([content]), { ...(box && { box }) });
    return 'read';
  } catch (error) {
    if (error instanceof UnusableInput) return error.finding.code;
    throw error;
  }
}

const NODES: TestNode[] = [
  { id: 1, lon: 3.5, lat: 50.36 },
  { id: 2, lon: 3.51, lat: 50.36 },
  { id: 3, lon: 3.51, lat: 50.37, tags: { barrier: 'bollard' } }
];
const WAYS: TestWay[] = [{ id: 1, refs: [1, 2, 3], tags: { highway: 'residential' } }];
const SMALL = pbfOf(NODES, WAYS);

describe('a file that is no extract', () => {
  it.each<[string, BlobPart, string]>([
    ['OpenStreetMap XML', '<?xml version="1.0"?>\n<osm version="0.6">', 'pbf-xml'],
    ['OpenStreetMap XML without its first line', '<osm version="0.6"></osm>', 'pbf-xml'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3), 'pbf-compressed'],
    ['bzip2', 'BZh91AY&SY', 'pbf-compressed'],
    ['an answer of Overpass', '{\n  "version": 0.6,\n  "generator": "Overpass API"', 'pbf-overpass'],
    ['nothing', '', 'pbf-foreign'],
    ['zeros', new Uint8Array(5000), 'pbf-foreign'],
    ['a text', 'uai;nom;commune\n0590001A;École', 'pbf-foreign'],
    [
      'an extract without roads',
      pbfOf(NODES, [{ id: 1, refs: [1, 2], tags: { building: 'yes' } }]),
      'pbf-no-road'
    ]
  ])('%s', async (_, content, code) => {
    expect(await codeOf(content)).toBe(code);
  });

  it('is named as cut short wherever it is cut', async () => {
    for (let length = 1; length < SMALL.length; length += 7)
      expect(await codeOf(SMALL.subarray(0, length))).toMatch(/^pbf-(foreign|truncated|no-road)$/);
  });

  it('is named whichever byte is wrong, or still read', async () => {
    for (let at = 0; at < SMALL.length; at++) {
      const damaged = SMALL.slice();
      damaged[at]! ^= 0x55;
      expect(await codeOf(damaged)).toMatch(/^(pbf-[a-z-]+|read)$/);
    }
  });

  it('is refused when its elements are not in order', async () => {
    const [first, ...others] = NODES as [TestNode, ...TestNode[]];
    expect(await codeOf(pbfOf([...others, first], WAYS))).toBe('pbf-unsorted');
  });
});

describe('a box', () => {
  it.each<[string, GroundBox, string]>([
    ['across the antimeridian', [179, -18, -179, -16], 'pbf-antimeridian'],
    ['without a surface', [3, 50, 3, 51], 'pbf-box'],
    ['beyond the pole', [3, 50, 4, 91], 'pbf-box'],
    ['of no numbers', [NaN, 50, 4, 51], 'pbf-box'],
    ['away from every road', [4, 50, 5, 51], 'pbf-no-road'],
    ['around the roads', [3, 50, 4, 51], 'read']
  ])('%s', async (_, box, code) => {
    expect(await codeOf(SMALL, box)).toBe(code);
  });
});
