// The rows of a case file, for the report: every child of the file counts, whether its school is of the territory or not.
import { basename } from 'node:path';
import { placeNameList, childrenFileName, type CaseLists } from '../../src/lib/engines/import/index.ts';
import type { ReportCases } from '../../src/lib/engines/report/index.ts';
import type { Finding } from '../../src/lib/model/findings.ts';
import type { SchoolYear } from '../../src/lib/model/school-year.ts';
import { schoolYearOf, type Month } from '../../src/lib/model/school-year.ts';
import { casePlaces } from '../safe/case-places.ts';
import { readCases } from '../safe/read-cases.ts';
import { fileBytes } from '../shell.ts';
import type { ReportTerritoryRows } from './territory-rows.ts';

/** Rows of one theme from which it is a word of the service. */
const FREQUENT = 3;

async function listsOf(
  { communes, qpvs, schools }: ReportTerritoryRows,
  year: SchoolYear,
  today: string
): Promise<CaseLists> {
  const named = placeNameList({ communes, qpvs });
  // Communes around count too: a child may live there.
  const { communeNamed, ...around } = await casePlaces(undefined, schools);
  return {
    ...around,
    schools: new Map(schools.map(({ uai, kind }) => [uai, kind])),
    qpvs: new Set(qpvs.map(({ code }) => code)),
    communeNamed: (name, departement) => named.commune(name) ?? communeNamed?.(name, departement) ?? null,
    qpvNamed: (name, commune) => named.qpv(name, commune),
    year,
    today
  };
}

/**
 * `file` is the name under which it is told.
 * @param today ISO day
 * @throws UnusableInput when the file is of no use
 */
export async function caseRows(
  path: string,
  rows: ReportTerritoryRows,
  year: SchoolYear | undefined,
  today: string
): Promise<{ file: string; cases: ReportCases; findings: Finding[]; read: number }> {
  const source = { name: childrenFileName(basename(path), 1), bytes: fileBytes(path) };
  const lists = await listsOf(rows, year ?? schoolYearOf(today.slice(0, 7) as Month), today);
  const found = await readCases(source, lists, FREQUENT);
  return {
    file: source.name,
    cases: { rows: found.rows },
    findings: found.findings,
    read: found.read
  };
}
