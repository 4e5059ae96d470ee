// The words of findings-travel.ts in English, for the Travel page.
import { seenWords, type FindingLexicon } from './finding-words.ts';

const words = seenWords('found', 'expected', '');

export const TRAVEL_FINDINGS_EN: FindingLexicon = {
  'graph-foreign': words(
    'not a Maillage road graph',
    'Make it again: drop the OpenStreetMap extract on “My territory”.'
  ),
  'graph-version': words(
    'road graph made by an earlier version',
    'Make it again: drop the OpenStreetMap extract on “My territory”.'
  ),
  'graph-newer': words('road graph made by a later version', 'Use the same version of Maillage.'),
  'graph-truncated': words('graph cut short', 'Copy it again, or drop the OpenStreetMap extract.'),
  'graph-damaged': words('damaged graph', 'Copy it again, or drop the OpenStreetMap extract.'),
  'graph-unreachable': words('file of times or roads not found', 'Reload the page once the network is back.'),
  'points-malformed': words(
    'unreadable list of points',
    'Expected: [{"lat": 50.36, "lon": 3.52, "id": "a"}].'
  ),
  'matrix-malformed': words('unreadable matrix of times', 'Ask the IT department to make it again.'),
  'team-malformed': words('unreadable weeks of the caseworkers', 'Build the site again.'),
  'gtfs-foreign': words('not a readable zip archive', 'Download the GTFS archive again.'),
  'gtfs-missing-file': words(
    'missing GTFS file',
    'The archive must hold stops.txt, trips.txt, stop_times.txt and a calendar.'
  ),
  'gtfs-missing-column': words('missing GTFS column', 'Compare the header with that of the GTFS standard.'),
  'gtfs-no-trip': words('no usable call', 'Check stop_times.txt.'),
  'gtfs-no-service': words('no service on that day', 'Choose a day within the calendar of the archive.'),
  'gtfs-stop-without-place': words('stop without a position'),
  'gtfs-unknown-stop': words('trip by an unknown stop'),
  'gtfs-unknown-trip': words('call of an unknown trip'),
  'gtfs-single-stop': words('trip with a single stop'),
  'gtfs-unusable-times': words('trip with unusable times')
};
