// npm run safe: a case file in, what may be published of it out, with a report that anyone can read.
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import {
  Cancelled,
  protect,
  publishedReport,
  type Protected,
  type ProtectOptions
} from '../src/lib/engines/disclosure/index.ts';
import { findingSentence, findingSummary } from '../src/lib/i18n/findings/findings.ts';
import { childrenFileName } from '../src/lib/engines/import/index.ts';
import { findingsCsv, REMARKS_FILE } from '../src/lib/export/findings-csv.ts';
import { withoutIdentifier } from '../src/lib/export/identifiers.ts';
import { reportHtml } from '../src/lib/export/protection-report.ts';
import { UnusableInput, type Finding } from '../src/lib/model/findings.ts';
import { bootHighs } from '../src/lib/solver/highs.ts';
import { certificateReason } from '../src/lib/i18n/certificate-words.ts';
import { casePlaces } from './safe/case-places.ts';
import { CERTIFICATE_FILE } from '../src/lib/model/territory-files.ts';
import { certificateOf } from './safe/certificate.ts';
import { readCubes } from './safe/files.ts';
import { readKnownSchools, structureOf } from './safe/known-schools.ts';
import { readCases, withVisitList } from './safe/read-cases.ts';
import { fail, fileBytes, print, progress, readArguments, start, wholeNumber } from './shell.ts';

const USAGE = `Usage : npm run safe -- --in CAS.csv|CAS.xlsx --out DOSSIER [--k 11] [--method exact|gauss]
                      --schools ECOLES.csv [--seconds 20] [--qpvs QPV.csv] [--visits VISITES.csv]
                      [--former CUBE.json]...

Lit un fichier de parcours (une ligne par enfant et par année scolaire) et écrit dans DOSSIER ce qui peut
en être publié : cube.json, report.json, report.html, et protection-certificate.json, que « npm run check »
vérifie sans solveur. Le fichier lui-même n’est copié nulle part. Les remarques sur ses lignes ne se publient pas : elles
sont à côté de lui, dans remarques-a-garder.csv, ou dans le terminal s’il est lui-même dans DOSSIER.

  --k        seuil : aucun effectif de 1 à k - 1 ne pourra être retrouvé (11 public, 5 interne)
  --method   exact : le moins de cases protégées, prouvé ; gauss : rapide
  --seconds  temps de recherche par année
  --schools  toutes les écoles du fichier : uai, commune, kind (nature : maternelle, elementaire,
             primaire ou college), et name, qpv s’ils sont connus (downloads/schools.csv d’un
             territoire) ; sans elle rien n’est publié, car chacun sait quels niveaux une école
             accueille ; un lieu d’une seule école ne montre que son total
  --qpvs     QPV : code, name et communes (downloads/qpvs.csv d’un territoire), pour les retrouver par
             leur nom ; une commune se retrouve toujours par le sien
  --visits   liste des visites (numero_dossier, date, lieu) : leur nombre, quand le fichier ne le donne pas,
             et la part de celles qui ont lieu hors du domicile, pour tout le territoire, si elle peut être montrée
  --former   cube déjà publié, dont il faut tenir compte ; peut être répété

Fin : 0 publié et contrôlé ; 1 protection impossible, ou nature des écoles inconnue ; 2 fichier inutilisable.`;

const METHODS = ['exact', 'gauss'] as const;
const IMPOSSIBLE = ['school-kinds-unknown', 'protection-impossible', 'audit-failed'];

function optionsOf(args: readonly string[]) {
  const { values, positionals } = readArguments(
    USAGE,
    {
      in: { type: 'string' },
      out: { type: 'string' },
      k: { type: 'string', default: '11' },
      method: { type: 'string', default: 'exact' },
      seconds: { type: 'string', default: '20' },
      schools: { type: 'string' },
      qpvs: { type: 'string' },
      visits: { type: 'string' },
      former: { type: 'string', multiple: true }
    },
    args
  );
  if (positionals.length > 0) fail(2, [`Argument de trop : « ${positionals[0]} »`, USAGE]);
  if (values.in === undefined) fail(2, ['--in : attendu un fichier de parcours, rien trouvé', USAGE]);
  if (values.out === undefined) fail(2, ['--out : attendu un dossier, rien trouvé', USAGE]);
  const k = wholeNumber('k', values.k, 2, 1000);
  const seconds = wholeNumber('seconds', values.seconds, 1, 86_400);
  const method = METHODS.find((one) => one === values.method);
  if (!method) fail(2, `--method : attendu ${METHODS.join(', ')}, trouvé « ${values.method} »`);
  return {
    path: values.in,
    out: resolve(values.out),
    schools: values.schools,
    qpvs: values.qpvs,
    visits: values.visits,
    former: values.former ?? [],
    k,
    seconds,
    method
  };
}

/** Writes the cube and its two reports, which tell nothing of the rows. @returns the text of the cube */
function writeRelease(out: string, { report, cube }: Omit<Protected, 'cells'>): string {
  mkdirSync(out, { recursive: true });
  const told = publishedReport(report);
  const text = `${JSON.stringify(cube)}\n`;
  writeFileSync(join(out, 'cube.json'), text);
  writeFileSync(join(out, 'report.json'), `${JSON.stringify(told, null, 1)}\n`);
  writeFileSync(join(out, 'report.html'), reportHtml(told, cube));
  return text;
}

/**
 * The remarks on the rows stand beside the case file, as private as it is. Where that is in the folder to publish, or nothing can be written there,
 * they are told in the terminal.
 */
function keepRemarks(findings: readonly Finding[], cases: string, out: string): void {
  const path = join(realpathSync(dirname(cases)), REMARKS_FILE.fr);
  const isApart = /^\.\.(?:[/\\]|$)/.test(relative(realpathSync(out), path));
  if (isApart && isWritten(path, findingsCsv(findings, 'fr')))
    progress(`Remarques, à garder dans le service : ${relative('.', path)}`);
  else for (const finding of findings) progress(`  ${findingSentence(withoutIdentifier(finding))}`);
}

function isWritten(path: string, text: string): boolean {
  try {
    writeFileSync(path, text);
    return true;
  } catch {
    return false;
  }
}

function writeCertificate(out: string, certificate: Awaited<ReturnType<typeof certificateOf>>): void {
  // That of a former cube is not left beside this one.
  rmSync(join(out, CERTIFICATE_FILE), { force: true });
  if (certificate.file === null) progress(`Pas de certificat : ${certificateReason(certificate.reason)}`);
  else writeFileSync(join(out, CERTIFICATE_FILE), certificate.file);
}

/** `npm run safe`. */
export async function safe(args: readonly string[]): Promise<void> {
  const { path, out, schools, qpvs, visits, former, k, seconds, method } = optionsOf(args);
  try {
    const file = childrenFileName(basename(path), 1);
    const places = schools === undefined ? { rows: [], findings: [] } : readKnownSchools(schools);
    const lists = await casePlaces(qpvs, places.rows);
    const source = { name: file, bytes: fileBytes(path) };
    const cases = await readCases(source, lists, k);
    const { rows, findings, read, themes } =
      visits === undefined
        ? cases
        : await withVisitList(cases, {
            name: childrenFileName(basename(visits), 2),
            bytes: fileBytes(visits)
          });
    progress(`${file} : ${read} lignes lues, ${rows.length} retenues`);
    for (const theme of themes) progress(`  thème du service : « ${theme} »`);
    for (const line of findingSummary(findings)) progress(`  ${line}`);
    for (const line of findingSummary(places.findings)) progress(`  ${line}`);
    const solver = await bootHighs();
    const options: ProtectOptions = {
      k,
      method,
      seconds,
      former: readCubes(former),
      onProgress: (year, { loss, bound, gap }) => {
        const share = gap === null ? 'pas encore de solution' : `écart ${(100 * gap).toFixed(1)} %`;
        progress(`  ${year} : perte ${loss ?? '-'}, au moins ${bound}, ${share}`);
      }
    };
    const { cube, report } = protect(solver, rows, structureOf(places.rows), options);
    const text = writeRelease(out, { report, cube });
    writeCertificate(out, await certificateOf(solver, cube, text));
    keepRemarks(findings, path, out);
    const { published, hidden, open } = report.audit;
    progress(`Contrôle : ${published} effectifs montrés, ${hidden} protégés, ${open.length} retrouvable`);
    print(JSON.stringify({ out: relative('.', out) || '.', published, hidden }));
  } catch (error) {
    if (error instanceof UnusableInput) {
      for (const finding of error.findings) progress(`  ${findingSentence(withoutIdentifier(finding))}`);
      const { code } = error.finding;
      fail(IMPOSSIBLE.includes(code) ? 1 : 2, [
        findingSentence(error.finding),
        ...(code === 'school-kinds-unknown'
          ? ['--schools : downloads/schools.csv d’un territoire convient.']
          : [])
      ]);
    }
    if (error instanceof Cancelled) fail(2, 'Interrompu avant la première solution.');
    throw error;
  }
}

await start(import.meta.url, safe);
