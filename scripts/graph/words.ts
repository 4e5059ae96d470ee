// Says in French, on one line, why a command on travel times cannot make its output.
import { UnusableInput } from '../../src/lib/model/findings.ts';
import type { Finding } from '../../src/lib/model/findings.ts';

const CAUSES: Record<string, string> = {
  'pbf-foreign': 'ce n’est pas un fichier OpenStreetMap PBF',
  'pbf-truncated': 'fichier PBF incomplet',
  'pbf-damaged': 'bloc PBF illisible',
  'pbf-no-road': 'aucune route dans ce fichier',
  'graph-foreign': 'ce n’est pas un graphe de routes de Maillage',
  'graph-version': 'graphe écrit par une autre version',
  'graph-truncated': 'graphe incomplet',
  'graph-damaged': 'graphe abîmé',
  'points-malformed': 'liste de points illisible',
  'gtfs-foreign': 'ce n’est pas une archive zip lisible',
  'gtfs-missing-file': 'fichier GTFS absent',
  'gtfs-missing-column': 'colonne GTFS absente',
  'gtfs-no-trip': 'aucun passage utilisable',
  'gtfs-no-service': 'aucun service ce jour-là'
};

/** « porto.osm.pbf : fichier PBF incomplet ; trouvé 12 bytes, attendu at least 40 bytes ». */
export function causeLine(finding: Finding): string {
  const place = [finding.file, finding.row && `ligne ${finding.row}`, finding.column]
    .filter(Boolean)
    .join(', ');
  const seen = [
    finding.found && `trouvé ${finding.found}`,
    finding.expected && `attendu ${finding.expected}`
  ];
  const detail = seen.filter(Boolean).join(', ');
  return `${place ? `${place} : ` : ''}${CAUSES[finding.code] ?? finding.code}${detail ? ` ; ${detail}` : ''}`;
}

/** The line of an error that the user can do something about, or undefined. */
export function expectedCause(error: unknown, file: string): string | undefined {
  if (error instanceof UnusableInput) return causeLine({ file, ...error.finding });
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT') return `${file} : fichier absent`;
  if (code === 'EISDIR') return `${file} : c’est un dossier, attendu un fichier`;
  if (code === 'EACCES') return `${file} : lecture ou écriture refusée`;
  return undefined;
}
