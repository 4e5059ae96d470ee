// The synthetic cases of the demonstration: never written under static/.
import type { WholeCase } from '../../src/lib/model/pathway.ts';
import type { School } from '../../src/lib/model/school.ts';
import { readFacts, type Facts } from './facts.ts';
import { drawPathways, type Pathways } from './pathways.ts';
import { demoPlaces, type DemoPlaces } from './places.ts';
import { seededRandom } from './random.ts';
import { residenceDrawer } from './residences.ts';
import { demoSchools } from './schools.ts';
import { SEED } from './seed.ts';
import { readYears, type YearFacts } from './years.ts';

export function drawCases(
  facts: Facts,
  places: DemoPlaces,
  schools: readonly School[],
  years: readonly YearFacts[]
): Pathways {
  const random = seededRandom(SEED, 'pathways');
  return drawPathways(schools, years, { random, residenceNear: residenceDrawer(facts, places, random) });
}

/** All cases, five school years, from the facts of the repository at `root`. */
export function demoCases(root = process.cwd()): WholeCase[] {
  const facts = readFacts(root);
  const places = demoPlaces(facts);
  const years = readYears(root);
  return drawCases(facts, places, demoSchools(facts, places, years, SEED).schools, years).cases;
}
