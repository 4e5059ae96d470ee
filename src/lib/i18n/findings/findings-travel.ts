// Words for roads, timetables and travel times: why a file cannot be used, and which of its rows were left out.
import { seenWords, type FindingLexicon } from './finding-words.ts';

const words = seenWords('trouvé', 'attendu', '\u202f');

export const TRAVEL_FINDINGS: FindingLexicon = {
  'graph-foreign': words(
    'ce n’est pas un graphe de routes de Maillage',
    'Refaites-le\u202f: déposez l’extrait OpenStreetMap dans « Mon territoire ».'
  ),
  'graph-version': words(
    'graphe de routes fait par une version antérieure',
    'Refaites-le\u202f: déposez l’extrait OpenStreetMap dans « Mon territoire ».'
  ),
  'graph-newer': words(
    'graphe de routes fait par une version plus récente',
    'Prenez la même version de Maillage.'
  ),
  'graph-truncated': words('graphe incomplet', 'Copiez-le de nouveau, ou déposez l’extrait OpenStreetMap.'),
  'graph-damaged': words('graphe abîmé', 'Copiez-le de nouveau, ou déposez l’extrait OpenStreetMap.'),
  'graph-unreachable': words(
    'fichier de temps ou de routes introuvable',
    'Rechargez la page quand le réseau est revenu.'
  ),
  'points-malformed': words(
    'liste de points illisible',
    'Attendu : [{"lat": 50.36, "lon": 3.52, "id": "a"}].'
  ),
  'matrix-malformed': words('matrice de temps illisible', 'Demandez au service informatique de la refaire.'),
  'team-malformed': words('semaines des référents illisibles', 'Construisez le site de nouveau.'),
  'gtfs-foreign': words('ce n’est pas une archive zip lisible', 'Téléchargez de nouveau l’archive GTFS.'),
  'gtfs-missing-file': words(
    'fichier GTFS absent',
    'L’archive doit contenir stops.txt, trips.txt, stop_times.txt et un calendrier.'
  ),
  'gtfs-missing-column': words('colonne GTFS absente', 'Comparez l’en-tête à celui de la norme GTFS.'),
  'gtfs-no-trip': words('aucun passage utilisable', 'Vérifiez stop_times.txt.'),
  'gtfs-no-service': words(
    'aucun service ce jour-là',
    'Choisissez un jour couvert par le calendrier de l’archive.'
  ),
  'gtfs-stop-without-place': words('arrêt sans position'),
  'gtfs-unknown-stop': words('course par un arrêt inconnu'),
  'gtfs-unknown-trip': words('passage d’une course inconnue'),
  'gtfs-single-stop': words('course à un seul arrêt'),
  'gtfs-unusable-times': words('course aux heures inutilisables')
};
