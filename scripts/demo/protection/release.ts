// From the cases to what the site publishes of them: the recommended cube, proven optimal, audited over all years as one.
import {
  type AuditReport,
  type CaseStructure,
  protect,
  type Protected,
  type ProtectOptions
} from '../../../src/lib/engines/disclosure/index.ts';
import { ELSEWHERE } from '../../../src/lib/cube/protection/protection-figures.ts';
import { findingSentence } from '../../../src/lib/i18n/findings/findings.ts';
import { UnsafeTerritory, UnusableInput } from '../../../src/lib/model/findings.ts';
import type { LinearSolver } from '../../../src/lib/model/linear.ts';
import type { WholeCase } from '../../../src/lib/model/pathway.ts';
import { statusIn } from '../../../src/lib/model/school.ts';
import {
  openLines,
  countProtection,
  type Release,
  type TerritoryRows
} from '../../../src/lib/engines/territory-builder/index.ts';

type Places = Pick<TerritoryRows, 'territory' | 'years' | 'communes' | 'qpvs' | 'schools'>;

/** The search ends by its proof, on a slow machine as on a quick one: its result depends on no clock. */
const NO_LIMIT = Infinity;

/** What anyone can know before reading a count: communes of intervention, QPVs, schools reached and in which years. */
export function structureOf({ communes, qpvs, schools, years }: Places): CaseStructure {
  const reached = schools.map((school) => ({
    uai: school.uai,
    kind: school.kind,
    commune: school.commune,
    qpv: school.qpv,
    reached: years.filter((year) => ['followed', 'linked'].includes(statusIn(school, year)))
  }));
  return {
    communes: [...communes.filter(({ intervention }) => intervention).map(({ code }) => code), ELSEWHERE],
    qpvs: qpvs.map(({ code, communes: holders }) => ({ code, communes: holders })),
    schools: reached.filter((school) => school.reached.length > 0)
  };
}

function regrouped(cases: readonly WholeCase[], { communes }: CaseStructure): WholeCase[] {
  return cases.map((one) => (communes.includes(one.commune) ? one : { ...one, commune: ELSEWHERE }));
}

/**
 * Protects the cases of a territory.
 *
 * @throws UnsafeTerritory for the cases of a real service; and when a count cannot be protected or is found open: which, by which sums, what to merge.
 */
export function makeRelease(
  solver: LinearSolver,
  cases: readonly WholeCase[],
  places: Places,
  search: Pick<ProtectOptions, 'known' | 'onProgress'> = {}
): Release {
  if (!places.territory.demonstration)
    throw new UnsafeTerritory([
      `Cas refusés : ${cases.length} parcours d’un service réel n’entrent pas dans un site public. Protégez le fichier par « npm run safe », ou dans la page « Données ».`
    ]);
  const structure = structureOf(places);
  const options = { epci: places.territory.siren, seconds: NO_LIMIT, ...search };
  const { cells, cube, report } = protectOrRefuse(() =>
    protect(solver, regrouped(cases, structure), structure, options)
  );
  return { cells, cube, protection: countProtection(cells, cube, report) };
}

function protectOrRefuse(work: () => Protected): Protected {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof UnusableInput)) throw cause;
    const report = cause.cause as AuditReport | undefined;
    throw new UnsafeTerritory([findingSentence(cause.finding), ...openLines(report?.open ?? [])]);
  }
}
