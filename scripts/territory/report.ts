// What the shell says of a build: files read, figures, remarks by code, and what the pages lack.
import { findingSummary } from '../../src/lib/i18n/findings/findings.ts';
import { STRAIGHT_LINE_DETOUR, STRAIGHT_LINE_SPEEDS } from '../../src/lib/model/travel/travel-settings.ts';
import type {
  ReadBalance,
  BuiltTerritory,
  TerritoryRows
} from '../../src/lib/engines/territory-builder/index.ts';
import type { Finding } from '../../src/lib/model/findings.ts';
import type { TeamFile } from '../../src/lib/model/travel/team-travel.ts';

const number = new Intl.NumberFormat('fr-FR');

/** Lines for the shell: files, figures, remarks by code. */
export function reportLines(
  { territory, communes, qpvs, schools }: TerritoryRows,
  files: readonly ReadBalance[],
  findings: readonly Finding[]
): string[] {
  const count = (value: number) => number.format(value);
  const colleges = schools.filter(({ kind }) => kind === 'college').length;
  return [
    ...files.map(
      ({ file, read, used, dropped, aside }) =>
        `${file} : ${count(read)} lues = ${count(used)} retenues + ${count(aside)} hors du territoire ou de l’année + ${count(dropped)} écartées`
    ),
    `${territory.name} : ${count(communes.length)} commune${communes.length > 1 ? 's' : ''}, ${count(qpvs.length)} QPV, ` +
      `${count(schools.length - colleges)} écoles, ${count(colleges)} collèges`,
    ...findingSummary(findings).map((line) => `  ${line}`)
  ];
}

/** What the pages of sectors and journeys stand on, and what they lack: said once, with the way to give it. */
export function missingLines(
  { schools }: TerritoryRows,
  { staff, assignment }: BuiltTerritory['posts'],
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
      'Répartition et Déplacements : aucun référent dans ce site (docs/commandes.md, étape 5 : « staff », « followed », "profile": "internal").'
    );
  } else if (assignment.length === 0 && schools.some(({ status }) => status === 'followed')) {
    lines.push(
      'Secteurs : aucune école n’est confiée à un référent (colonne « referent » des écoles suivies).'
    );
  }
  return lines;
}
