// Warnings on a problem that can be read: rules that cannot hold, figures that are probably mistakes.
import type { Finding } from '../../../model/findings.ts';
import type { ProblemFile } from '../../../model/plan.ts';

const warning = (code: string, column: string, found?: string, expected?: string): Finding => ({
  code,
  severity: 'doubtful',
  column,
  ...(found !== undefined && { found }),
  ...(expected !== undefined && { expected })
});

const minutes = (value: number) => `${Math.round(value)} min`;

function aboutReferents({ referents, coordinatorTolerance }: ProblemFile): Finding[] {
  const findings: Finding[] = [];
  for (const { id, base, fte, coordinator } of referents) {
    if (!base) findings.push(warning('split-base-without-position', 'referents', id));
    if (fte === 0) findings.push(warning('split-no-time', 'referents', id));
    if (coordinatorTolerance !== null && !coordinator) {
      findings.push(warning('split-no-coordinator', 'referents', id));
    }
  }
  const places = new Set(referents.flatMap(({ base }) => (base ? [`${base.lat} ${base.lon}`] : [])));
  if (referents.length > 1 && places.size === 1 && referents.every(({ base }) => base)) {
    findings.push(warning('split-one-place', 'referents', String(referents.length)));
  }
  return findings;
}

function aboutLoads(problem: ProblemFile, most: ReadonlyMap<string, number>): Finding[] {
  const { units, referents, pins } = problem;
  const findings: Finding[] = [];
  const widest = Math.max(...most.values());
  const workloads = new Map(units.map(({ id, workload }) => [id, workload]));
  for (const { id, workload } of units) {
    if (workload > widest) {
      findings.push(warning('split-large-unit', 'units', `${id}, ${minutes(workload)}`, minutes(widest)));
    }
  }
  for (const { id } of referents) {
    const pinned = pins.filter(([, referent]) => referent === id);
    const load = pinned.reduce((sum, [unit]) => sum + (workloads.get(unit) ?? 0), 0);
    const room = most.get(id) ?? 0;
    if (load > room) {
      findings.push(warning('split-pins-over-capacity', 'pins', `${id}, ${minutes(load)}`, minutes(room)));
    }
  }
  return findings;
}

function aboutNames({ units, pins, minutes: rows, contiguous, neighbours }: ProblemFile): Finding[] {
  const findings: Finding[] = [];
  const pinned = new Map<string, string>();
  for (const [unit, referent] of pins) {
    const other = pinned.get(unit);
    if (other !== undefined && other !== referent) {
      findings.push(warning('split-pinned-twice', 'pins', `${unit}, ${other}, ${referent}`));
    }
    pinned.set(unit, referent);
  }
  units.forEach(({ id }, i) => {
    if (rows.every((row) => row[i] === null)) findings.push(warning('split-unreachable-unit', 'minutes', id));
  });
  if (contiguous) {
    const known = new Set(neighbours.flat());
    const alone = units.filter(({ id }) => !known.has(id));
    if (units.length > 1 && alone.length > 0) {
      const some = alone.slice(0, 5).map(({ id }) => id);
      findings.push(warning('split-without-neighbour', 'neighbours', some.join(', '), String(alone.length)));
    }
  }
  return findings;
}

/** Warnings on a whole problem; none of them prevents solving. */
export function problemWarnings(problem: ProblemFile): Finding[] {
  const { units, referents, tolerance, soft } = problem;
  const total = units.reduce((sum, { workload }) => sum + workload, 0);
  const posts = referents.reduce((sum, { fte }) => sum + fte, 0);
  const most = new Map(referents.map(({ id, fte }) => [id, ((1 + tolerance) * total * fte) / posts]));
  const findings = [
    ...aboutReferents(problem),
    ...(soft ? [] : aboutLoads(problem, most)),
    ...aboutNames(problem)
  ];
  if (tolerance === 0) findings.push(warning('split-zero-tolerance', 'tolerance', '0'));
  if (tolerance > 1) findings.push(warning('split-wide-tolerance', 'tolerance', String(tolerance), '0 … 1'));
  if (total === 0) findings.push(warning('split-no-workload', 'units', '0'));
  return findings;
}
