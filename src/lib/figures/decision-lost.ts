// What is decided and saved nowhere, in words: what is listed before it would be lost.
import type { CoverageCube } from '$lib/cube/coverage.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { todayPlan } from '$lib/model/assignment/assignment-file.ts';
import { diffPlans } from '$lib/model/assignment/plan-moves.ts';
import type { Decision } from '$lib/session/decision/decision.svelte.ts';
import { decisionLines } from './decision-lines.ts';

/** Each choice that is not saved, with its value: « Répartition : proposée, non enregistrée (7 écoles changent de référent) ». */
export async function lostLines(
  decision: Decision,
  cube: Pick<CoverageCube, 'dashboard'>
): Promise<string[]> {
  const file = decision.split && (await decision.file());
  const moved = file
    ? diffPlans(todayPlan(file), decision.planOf(file)).filter(({ kind }) => kind === 'unit').length
    : 0;
  return decisionLines(decision, cube, true)
    .filter(({ isUnsaved }) => isUnsaved)
    .map(({ label, value, part }) =>
      part === 'split' && moved > 0
        ? m.decision_lost_split({ label, value, count: moved })
        : m.decision_lost_line({ label, value })
    );
}
