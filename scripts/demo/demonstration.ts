// The whole demonstration territory, from the facts and one seed.
import type { WholeCase } from '../../src/lib/model/pathway.ts';
import type { Finding } from '../../src/lib/model/findings.ts';
import type { Milestone, ServiceYear } from '../../src/lib/model/service.ts';
import type { Territory } from '../../src/lib/model/place.ts';
import type { Month } from '../../src/lib/model/school-year.ts';
import type { School } from '../../src/lib/model/school.ts';
import { boxOf, type TerritoryRows } from '../../src/lib/engines/territory-builder/index.ts';
import { drawCases } from './cases.ts';
import { demoDemand } from './demand.ts';
import { readFacts, type Facts } from './facts.ts';
import { demoPlaces, type DemoPlaces } from './places.ts';
import { demoActions, demoCorrespondents, demoPartners } from './actions/programme.ts';
import { oneOf, readTable, text } from './read-table.ts';
import { seededRandom } from './random.ts';
import { demoSchools } from './schools.ts';
import { SEED } from './seed.ts';
import { demoAssignment, demoPosts } from './staff.ts';
import { demoTeams } from './teams.ts';
import { readTerritoryFacts, readYears, type TerritoryFacts, type YearFacts } from './years.ts';

export interface Demonstration {
  /** All but the counts of children, which only the gate may add (see kept-release.ts). */
  rows: Omit<TerritoryRows, 'release' | 'access'>;
  /** Kept in memory. */
  cases: WholeCase[];
  findings: Finding[];
}

function territoryOf(facts: TerritoryFacts, places: DemoPlaces): Territory {
  const boxes = places.communes.flatMap(({ outline }) => {
    const box = boxOf({ type: 'Feature', properties: {}, geometry: outline });
    return box ? [box] : [];
  });
  return {
    siren: facts.siren,
    name: facts.name,
    service: facts.service,
    pre: facts.pre,
    labels: facts.labels,
    contact: facts.contact,
    demonstration: true,
    ground: { tiles: true, paper: true, source: 'generalised' },
    bounds: [
      Math.min(...boxes.map((box) => box[0])),
      Math.min(...boxes.map((box) => box[1])),
      Math.max(...boxes.map((box) => box[2])),
      Math.max(...boxes.map((box) => box[3]))
    ]
  };
}

/** Everything that is drawn beside the places: schools with their team, posts, teams, the plan, demand. */
function serviceRows(
  root: string,
  facts: Facts,
  places: DemoPlaces,
  drawnSchools: readonly School[],
  totals: TerritoryFacts
) {
  const staff = demoPosts(root, places);
  const teamsRandom = seededRandom(SEED, 'teams');
  const { teams, schools } = demoTeams(drawnSchools, places, staff, totals, teamsRandom);
  return {
    schools,
    staff,
    teams,
    assignment: demoAssignment(schools, teams, staff),
    demand: demoDemand(schools, totals.asOf, seededRandom(SEED, 'demand')),
    actions: demoActions(root, facts.communes),
    partners: demoPartners(root, facts.communes, totals.sourced.partners),
    correspondents: demoCorrespondents(facts.communes, seededRandom(SEED, 'vacancies')),
    posts: {
      referents: staff.filter(({ role }) => role === 'referent').length,
      coordinators: staff.filter(({ role }) => role === 'coordinator').length
    }
  };
}

/** Figures of the service that are told of a year. */
const TOLD = ['referents', 'teams', 'meetings', 'budget_euros'] as const;

/** Of the years of which each figure told has a source: those of a hypothesis draw the demonstration, and are told nowhere. */
const serviceYears = (years: readonly YearFacts[]): ServiceYear[] =>
  years
    .filter(({ sourced }) => TOLD.every((figure) => sourced.includes(figure)))
    .map(({ school_year, teams, meetings, budget_euros, referents }) => {
      return { school_year, teams, meetings, budget_euros, referents, quality: 'official' };
    });

/** Dated notes: public facts, and examples that say so. */
function demoMilestones(root: string): Milestone[] {
  return readTable(root, 'data/demo/milestones.csv').map((row) => {
    const written = text(row, 'month');
    const yearOnly = /^\d{4}$/.test(written);
    return {
      month: (yearOnly ? `${written}-01` : written) as Month,
      ...(yearOnly && { yearOnly }),
      text: text(row, 'text'),
      quality: oneOf(row, 'quality', ['official', 'synthetic'])
    };
  });
}

/** Builds the demonstration from the repository at `root`: the same rows at every call. */
export function demonstration(root: string): Demonstration {
  const facts = readFacts(root);
  const totals = readTerritoryFacts(root);
  const years = readYears(root);
  const places = demoPlaces(facts);
  const drawn = demoSchools(facts, places, years, SEED);
  const { cases } = drawCases(facts, places, drawn.schools, years);
  const territory = territoryOf(totals, places);
  return {
    cases,
    findings: [...places.findings, ...drawn.findings],
    rows: {
      territory,
      years: years.map(({ school_year }) => school_year),
      asOf: totals.asOf,
      communes: places.communes,
      neighbours: facts.neighbours,
      qpvs: places.qpvs,
      serviceYears: serviceYears(years),
      milestones: demoMilestones(root),
      quotedPupils: totals.quotedPupils,
      ...serviceRows(root, facts, places, drawn.schools, totals)
    }
  };
}
