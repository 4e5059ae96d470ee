/**
 * Two files of one territory put together, key by key, when both were changed apart.
 *
 * Each save marks the keys that it changed (`nextHistory`). `planMerge` compares two files: what one of them alone did is taken; what both
 * did otherwise is proposed, and no clock decides between two people. `applyMerge` makes one file of a plan and of what was decided. Nothing
 * is dropped: each key is in the result, or in a proposal that the result keeps as a doubt. Protected counts are never merged: a release is
 * taken whole. Files are JSON values and texts; the caller reads, builds, audits and writes them.
 *
 * @example
 * ```ts
 * import { applyMerge, nextHistory, planMerge } from '$lib/engines/merge';
 *
 * const facts = { by: null, at: '2026-12-01 pm', territory: 'T' } as const;
 * const file = (config: Record<string, string>, former: ReturnType<typeof nextHistory> | null = null) => {
 *   const changed = { config: { siren: '200093201', ...config }, sources: [], kept: {}, shownCounts: null, history: former };
 *   return { ...changed, history: nextHistory(changed, facts) };
 * };
 * const { history } = file({});
 * const plan = planMerge(file({ contact: 'pre@ville.fr' }, history), file({ service: 'PRE' }, history));
 * plan.taken; // => {"a": 1, "b": 1}
 * applyMerge(plan, {}, facts).config; // => {"contact": "pre@ville.fr", "service": "PRE", "siren": "200093201"}
 * ```
 */
export { nextHistory, alteredEntries, type SaveFacts } from './history.ts';
export { planMerge, type MergePlan, type MergeProposal, type MergeSideName } from './plan-merge.ts';
export { applyMerge, unknownDecisions, type MergedFile } from './apply-merge.ts';
export type { KeptListName, MergeFile, MergeSource } from './file-keys.ts';
export { heldFirst, lastSaveOf } from './last-save.ts';
export { mergedSources } from './merged-sources.ts';
export { mergedOrder } from './order.ts';
