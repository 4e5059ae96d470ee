// What the demonstration must meet: the territory's sourced totals and our hypotheses by school year.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Labels } from '../../src/lib/model/legal-notices.ts';
import type { Pre, ValueQuality } from '../../src/lib/model/place.ts';
import { isSchoolYear, type Month, type SchoolYear } from '../../src/lib/model/school-year.ts';
import { BadFact, number, oneOf, readTable, text, type Row } from './read-table.ts';

export interface TerritoryFacts {
  siren: string;
  name: string;
  service: string;
  /** As the official list of PREs has it. */
  pre: Pre;
  /** Fictitious, and saying so. */
  labels: Labels;
  contact: string;
  asOf: Month;
  quotedPupils: number;
  sourced: Record<
    | 'communesOfIntervention'
    | 'qpvs'
    | 'firstDegreeSchools'
    | 'followedSchools'
    | 'newSchoolsSince2023'
    | 'teams'
    | 'meetings'
    | 'meanProfessionals'
    | 'heads'
    | 'coordinators'
    | 'referents'
    | 'partners'
    | 'actions'
    | 'intercommunalActions'
    | 'localActions'
    | 'actionsEuros',
    number
  >;
}

export interface YearFacts {
  school_year: SchoolYear;
  /** First-degree schools followed in the year, and waiting at its end. */
  followed: number;
  waiting: number;
  children: number;
  /** Posts of referents. */
  referents: number;
  teams: number;
  meetings: number;
  budget_euros: number;
  /** Of every figure that is not in `sourced`: the numbers of schools that wait and of children are ours. */
  quality: ValueQuality;
  /** Figures that the service's public presentation gives. */
  sourced: readonly YearFigure[];
}

const YEAR_FIGURES = [
  'followed',
  'waiting',
  'children',
  'referents',
  'teams',
  'meetings',
  'budget_euros'
] as const;
export type YearFigure = (typeof YEAR_FIGURES)[number];

export function readTerritoryFacts(root: string): TerritoryFacts {
  return JSON.parse(readFileSync(join(root, 'data/demo/territory.json'), 'utf8')) as TerritoryFacts;
}

function schoolYearOf(row: Row): SchoolYear {
  const year = text(row, 'school_year');
  if (!isSchoolYear(year)) throw new BadFact(`${row.file}, ligne ${row.line}`, 'une année scolaire', year);
  return year;
}

/** `followed teams`: the figures of the row that have a source. */
function sourcedOf(row: Row): YearFigure[] {
  return text(row, 'sourced')
    .split(' ')
    .filter(Boolean)
    .map((name) => {
      const figure = YEAR_FIGURES.find((known) => known === name);
      if (figure) return figure;
      const place = `${row.file}, ligne ${row.line}, colonne « sourced »`;
      throw new BadFact(place, YEAR_FIGURES.join(', '), name);
    });
}

/** Oldest first. */
export function readYears(root: string): YearFacts[] {
  return readTable(root, 'data/demo/service-years.csv').map((row) => ({
    school_year: schoolYearOf(row),
    followed: number(row, 'followed'),
    waiting: number(row, 'waiting'),
    children: number(row, 'children'),
    referents: number(row, 'referents'),
    teams: number(row, 'teams'),
    meetings: number(row, 'meetings'),
    budget_euros: number(row, 'budget_euros'),
    quality: oneOf(row, 'quality', ['hypothesis']),
    sourced: sourcedOf(row)
  }));
}
