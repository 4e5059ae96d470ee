// The causes that stop a command on travel times, in French on one line each.
import { findingPlace, wordsIn } from '../../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import type { Finding } from '../../src/lib/model/findings.ts';

/** « porto.osm.pbf : fichier PBF incomplet : trouvé 12 o, attendu au moins 40 o. Téléchargez-le à nouveau. » */
export function causeLine(finding: Finding): string {
  const place = findingPlace(finding);
  const words = wordsIn('fr', finding.code);
  const what = words?.what(finding) ?? finding.code;
  return `${place ? `${place} : ` : ''}${what}${words?.fix ? `. ${words.fix}` : ''}`;
}

/** The line of an error that the user can remedy; undefined for the others. */
export function expectedCause(error: unknown, file: string): string | undefined {
  if (error instanceof UnusableInput) return causeLine({ file, ...error.finding });
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT') return `${file} : fichier absent`;
  if (code === 'EISDIR') return `${file} : c’est un dossier, attendu un fichier`;
  if (code === 'EACCES') return `${file} : lecture ou écriture refusée`;
  return undefined;
}
