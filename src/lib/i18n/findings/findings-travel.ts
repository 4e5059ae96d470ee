// Words for roads, timetables and travel times: why a file cannot be used, and which of its rows were left out.
import { seenWords, type FindingLexicon } from './finding-words.ts';

const COPY_AGAIN = {
  fr: 'Copiez-le de nouveau, ou déposez l’extrait OpenStreetMap.',
  en: 'Copy it again, or drop the OpenStreetMap extract.'
};
const MAKE_AGAIN = {
  fr: 'Refaites-le\u202f: déposez l’extrait OpenStreetMap dans « Mon territoire ».',
  en: 'Make it again: drop the OpenStreetMap extract on “My territory”.'
};

export const TRAVEL_FINDINGS: FindingLexicon = {
  'graph-foreign': seenWords(
    'ce n’est pas un graphe de routes de Maillage',
    'not a Maillage road graph',
    MAKE_AGAIN
  ),
  'graph-version': seenWords(
    'graphe de routes fait par une version antérieure',
    'road graph made by an earlier version',
    MAKE_AGAIN
  ),
  'graph-newer': seenWords(
    'graphe de routes fait par une version plus récente',
    'road graph made by a later version',
    { fr: 'Prenez la même version de Maillage.', en: 'Use the same version of Maillage.' }
  ),
  'graph-truncated': seenWords('graphe incomplet', 'graph cut short', COPY_AGAIN),
  'graph-damaged': seenWords('graphe abîmé', 'damaged graph', COPY_AGAIN),
  'graph-unreachable': seenWords(
    'fichier de temps ou de routes introuvable',
    'file of times or roads not found',
    { fr: 'Rechargez la page quand le réseau est revenu.', en: 'Reload the page once the network is back.' }
  ),
  'points-malformed': seenWords('liste de points illisible', 'unreadable list of points', {
    fr: 'Attendu : [{"lat": 50.36, "lon": 3.52, "id": "a"}].',
    en: 'Expected: [{"lat": 50.36, "lon": 3.52, "id": "a"}].'
  }),
  'matrix-malformed': seenWords('matrice de temps illisible', 'unreadable matrix of times', {
    fr: 'Demandez au service informatique de la refaire.',
    en: 'Ask the IT department to make it again.'
  }),
  'team-malformed': seenWords('semaines des référents illisibles', 'unreadable weeks of the caseworkers', {
    fr: 'Construisez le site de nouveau.',
    en: 'Build the site again.'
  }),
  'gtfs-foreign': seenWords('ce n’est pas une archive zip lisible', 'not a readable zip archive', {
    fr: 'Téléchargez de nouveau l’archive GTFS.',
    en: 'Download the GTFS archive again.'
  }),
  'gtfs-missing-file': seenWords('fichier GTFS absent', 'missing GTFS file', {
    fr: 'L’archive doit contenir stops.txt, trips.txt, stop_times.txt et un calendrier.',
    en: 'The archive must hold stops.txt, trips.txt, stop_times.txt and a calendar.'
  }),
  'gtfs-missing-column': seenWords('colonne GTFS absente', 'missing GTFS column', {
    fr: 'Comparez l’en-tête à celui de la norme GTFS.',
    en: 'Compare the header with that of the GTFS standard.'
  }),
  'gtfs-no-trip': seenWords('aucun passage utilisable', 'no usable call', {
    fr: 'Vérifiez stop_times.txt.',
    en: 'Check stop_times.txt.'
  }),
  'gtfs-no-service': seenWords('aucun service ce jour-là', 'no service on that day', {
    fr: 'Choisissez un jour couvert par le calendrier de l’archive.',
    en: 'Choose a day within the calendar of the archive.'
  }),
  'gtfs-stop-without-place': seenWords('arrêt sans position', 'stop without a position'),
  'gtfs-unknown-stop': seenWords('course par un arrêt inconnu', 'trip by an unknown stop'),
  'gtfs-unknown-trip': seenWords('passage d’une course inconnue', 'call of an unknown trip'),
  'gtfs-single-stop': seenWords('course à un seul arrêt', 'trip with a single stop'),
  'gtfs-unusable-times': seenWords('course aux heures inutilisables', 'trip with unusable times')
};
