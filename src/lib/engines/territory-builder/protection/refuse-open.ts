// The audit of what would be published, by a reader who has every release: which counts can be found again, by which sums.
import { audit, type AuditReport, type OpenCell, type PublishedCube } from '../../disclosure/index.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import { openCellLines } from './open-cells.ts';
import { UnsafeTerritory } from '../../../model/findings.ts';

/** Throws UnsafeTerritory when a reader of the releases, taken together, can pin a count of 1 to k - 1 down. */
export function refuseOpen(
  solver: LinearSolver,
  releases: readonly PublishedCube[],
  files?: readonly string[]
): AuditReport {
  return unlessOpen(audit(solver, releases, files && { files }));
}

/** The report of an audit; throws UnsafeTerritory when it has open counts. */
export function unlessOpen(report: AuditReport): AuditReport {
  if (report.open.length > 0) throw new UnsafeTerritory(openLines(report.open));
  return report;
}

/** In French: each open count, the reckoning that finds it, and what to merge. */
export const openLines = (open: readonly OpenCell[]): string[] =>
  open.flatMap((cell) => {
    const { count, sums } = openCellLines(cell);
    return [
      `Effectif retrouvable : ${count}.`,
      ...sums.map((sum) => `  Par le calcul : ${sum}.`),
      ...cell.explanations.slice(0, 1).map(({ steps }) => `  À réunir : ${partners(cell, steps)}.`)
    ];
  });

/** The parts that stand beside the open count in the sums that betray it. */
function partners({ names }: OpenCell, steps: OpenCell['explanations'][number]['steps']): string {
  const own = names.join(' / ');
  const beside = steps
    .map(({ children }) => children.map((child) => child.join(' / ')))
    .find((children) => children.includes(own));
  return (beside ?? [own]).join(' avec ');
}
