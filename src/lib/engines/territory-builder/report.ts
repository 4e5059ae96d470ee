// What a build has to say: the files read, every finding with its sentence, and the sum by code.
import type { Finding } from '../../model/findings.ts';
import { FINDING_WORDS, findingSentence, findingSummary } from '../../i18n/findings/findings.ts';
import { STRAIGHT_LINE_DETOUR, STRAIGHT_LINE_SPEEDS } from '../travel/index.ts';
import type { TeamFile } from '../../model/travel/team-travel.ts';
import type { TerritoryRows } from './rows.ts';
import type { ServicePosts } from './join/posts.ts';
import type { SourceCount } from './sources/sources.ts';

const number = new Intl.NumberFormat('fr-FR');

/** The content of `findings.json`: the same findings give the same bytes. */
export function findingsFile(
  siren: string,
  sources: readonly SourceCount[],
  findings: readonly Finding[]
): string {
  const files = sources.map((source) => balance(source, findings));
  const told = findings.map((finding) => ({ ...finding, sentence: findingSentence(finding) }));
  return `${JSON.stringify({ siren, files, summary: findingSummary(findings), findings: told }, null, 1)}\n`;
}

/** Where the rows of a file went: `read` = `used` + `dropped` + `aside`. */
export interface Balance {
  file: string;
  read: number;
  dropped: number;
  /** Outside the EPCI, or of an older year. */
  aside: number;
  used: number;
}

export function balance({ file, read }: SourceCount, findings: readonly Finding[]): Balance {
  const own = findings.filter((finding) => finding.file === file);
  const dropped = own.filter(({ severity, row }) => severity === 'dropped' && row !== undefined).length;
  const counted = own.filter(({ code }) => FINDING_WORDS[code]?.counted);
  const aside = counted.reduce((sum, { found }) => sum + Number(found), 0);
  return { file, read, dropped, aside, used: read - dropped - aside };
}

/** Lines for the shell: files, figures, remarks by code. */
export function reportLines(
  { territory, communes, qpvs, schools }: TerritoryRows,
  files: readonly Balance[],
  findings: readonly Finding[]
): string[] {
  const count = (value: number) => number.format(value);
  const colleges = schools.filter(({ kind }) => kind === 'college').length;
  return [
    ...files.map(
      ({ file, read, used, dropped, aside }) =>
        `${file} : ${count(read)} lues = ${count(used)} retenues + ${count(aside)} hors du territoire ou de l’année + ${count(dropped)} écartées`
    ),
    `${territory.name} : ${count(communes.length)} communes, ${count(qpvs.length)} QPV, ` +
      `${count(schools.length - colleges)} écoles, ${count(colleges)} collèges`,
    ...findingSummary(findings).map((line) => `  ${line}`)
  ];
}

/** What the pages of sectors and journeys stand on, and what they lack: said once, with the way to give it. */
export function missingLines(
  { schools }: TerritoryRows,
  { staff, assignment }: Pick<ServicePosts, 'staff' | 'assignment'>,
  { car }: TeamFile['times']
): string[] {
  const lines: string[] = [];
  if (car === 'straight') {
    lines.push(
      `Temps de trajet : estimés à vol d’oiseau (× ${number.format(STRAIGHT_LINE_DETOUR)}, ${STRAIGHT_LINE_SPEEDS.car} km/h en voiture), faute de graphe de routes (clé « travel.graph »).`
    );
  }
  const referents = staff.filter(({ role }) => role === 'referent').length;
  if (referents === 0) {
    lines.push(
      'Secteurs et Déplacements : aucun référent dans ce site (docs/installer.md, étape 5 : « staff », « followed », "profile": "internal").'
    );
  } else if (assignment.length === 0 && schools.some(({ status }) => status === 'followed')) {
    lines.push(
      'Secteurs : aucune école n’est confiée à un référent (colonne « referent » des écoles suivies).'
    );
  }
  return lines;
}
