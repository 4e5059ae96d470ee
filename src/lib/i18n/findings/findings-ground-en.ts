// The words of findings-ground.ts in English.
import { seenWords, type FindingLexicon, type FindingWords } from './finding-words.ts';

const words = seenWords('found', 'expected', '');

const degrees = (text: string, [positive, negative]: readonly [string, string]) =>
  `${Math.abs(Number(text)).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}° ${Number(text) < 0 ? negative : positive}`;

function boxInWords(box = ''): string {
  const sides = box.split(' ');
  if (sides.length !== 4 || sides.some((side) => !Number.isFinite(Number(side)))) return '';
  const [west = '', south = '', east = '', north = ''] = sides;
  const [x, y] = [['E', 'W'], ['N', 'S']] as const; // prettier-ignore
  return `from ${degrees(west, x)} to ${degrees(east, x)} and from ${degrees(south, y)} to ${degrees(north, y)}`;
}

const boxWords = (title: string, fix: string): FindingWords => ({
  title,
  what: ({ found }) => [title, boxInWords(found)].filter(Boolean).join(': '),
  fix
});

const MODES: Readonly<Record<string, string>> = { car: 'car', bike: 'bicycle', foot: 'foot' };

export const GROUND_FINDINGS_EN: FindingLexicon = {
  'ground-no-mode': {
    title: 'no road for a mode',
    what: ({ found = '' }) => ['no road for a mode', MODES[found]].filter(Boolean).join(': '),
    fix: 'Check that the extract covers the territory; the times of this mode stay estimates.'
  },
  'pbf-foreign': words(
    'not an OpenStreetMap PBF file',
    'Take an “.osm.pbf” extract, for instance from download.geofabrik.de.'
  ),
  'pbf-xml': words('this OpenStreetMap file is in XML', 'Take the extract as “.osm.pbf”.'),
  'pbf-compressed': words(
    'this file is compressed',
    'Take the extract as “.osm.pbf”, which is read without being unpacked.'
  ),
  'pbf-overpass': words(
    'this file is an answer of Overpass in JSON',
    'Take an “.osm.pbf” extract of the region, for instance from download.geofabrik.de.'
  ),
  'pbf-packing': words(
    'the blocks of this file are compressed in a way that browsers do not read',
    'Take the extract again, as published by download.geofabrik.de.'
  ),
  'pbf-feature': words(
    'this file is not an ordinary OpenStreetMap extract',
    'Take an extract without history, for instance from download.geofabrik.de.'
  ),
  'pbf-unsorted': words(
    'this file is not sorted',
    'Take the extract again, as published by download.geofabrik.de.'
  ),
  'pbf-truncated': words('PBF file cut short', 'Download it again.'),
  'pbf-damaged': words('unreadable PBF block', 'Download it again.'),
  'pbf-unreachable': words(
    'this file can no longer be read',
    'Check that it was neither moved nor changed, then choose it again.'
  ),
  'pbf-antimeridian': boxWords(
    'the territory lies on both sides of the 180th meridian',
    'Do each side apart.'
  ),
  'pbf-box': words(
    'unreadable limits',
    'Expected: west, south, east, north, in degrees, for instance 3.3,50.2,3.7,50.5.'
  ),
  'pbf-elsewhere': {
    title: 'this extract does not cover the territory',
    what: ({ found, expected }) => {
      const [extract, territory] = [boxInWords(found), boxInWords(expected)];
      const boxes = extract && territory ? `: it goes ${extract}, the territory ${territory}` : '';
      return `this extract does not cover the territory${boxes}`;
    },
    fix: 'Take the extract of the region where the territory is.'
  },
  'pbf-no-road': words(
    'no road in this file',
    'Check that the extract covers the territory and the mode asked for.'
  ),
  'ground-unreadable': words(
    'this is not a readable PMTiles archive of tiles (version 3)',
    'Take a whole “.pmtiles” archive, or drop an “.osm.pbf” extract.'
  ),
  'ground-pictures': {
    title: 'tiles as pictures',
    what: ({ found }) => `the tiles of this archive are pictures${found ? ` (${found})` : ''}, not lines`,
    fix: 'Take an archive of vector tiles of the Shortbread schema, or drop an “.osm.pbf” extract.'
  },
  'ground-packing': {
    title: 'compression that is not read',
    what: ({ found }) => `this archive is compressed by ${found ?? ''}, which not every browser reads`,
    fix: 'Take an archive whose tiles are compressed by gzip.'
  },
  'ground-schema': {
    title: 'archive of another schema',
    what: ({ found, expected }) =>
      `the layers of this archive are not those expected (${expected ?? ''}); found: ${found ?? 'none'}`,
    fix: 'Take an archive of the Shortbread schema, or drop an “.osm.pbf” extract.'
  },
  'ground-elsewhere': {
    title: 'base map of another place',
    what: ({ found, expected }) => {
      const [archive, territory] = [boxInWords(found), boxInWords(expected)];
      const boxes = archive && territory ? `: it goes ${archive}, the territory ${territory}` : '';
      return `this archive does not cover the territory${boxes}`;
    },
    fix: 'Take the archive of the region where the territory is, or drop an “.osm.pbf” extract.'
  },
  'ground-too-large': {
    title: 'archive too heavy',
    what: ({ found, expected }) =>
      `this archive weighs ${(found ?? '').replace(',', '.')} MB, at most ${expected ?? ''} MB`,
    fix: 'Take an archive reduced to the territory, or drop an “.osm.pbf” extract.'
  },
  'ground-heavy': {
    title: 'archive heavy for a host',
    what: ({ found, expected }) =>
      `this archive weighs ${(found ?? '').replace(',', '.')} MB; some hosts refuse a file of more than ${expected ?? ''} MB`,
    fix: 'Before publishing, take an archive reduced to the territory.'
  },
  'ground-no-paper': {
    title: 'no base map on paper',
    what: () => 'no main road nor river is read in this archive; printed maps will have no base map'
  }
};
