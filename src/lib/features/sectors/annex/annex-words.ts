// Texts of the printed annex and of the note, other than their tables: rules and sources.
import { day } from '$lib/i18n/dates';
import { percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { splitName } from '$lib/session/decision/split-words.ts';
import { postName } from '$lib/i18n/place-names';
import { isOutOfBand } from '$lib/model/assignment/fair-load.ts';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import type { SectorsProof } from '../state/sectors-proof.svelte';
import { criteriaWords, deviationWords, ownCriteriaWords } from '../words';

export function annexRules(loads: LoadsInUse): string[] {
  const { settings, decision } = loads;
  return [
    m.decision_of({ split: splitName(decision.split) }),
    m.sectors_annex_units({ criteria: criteriaWords(settings.criteria) }),
    ...ownCriteriaWords(loads),
    m.sectors_annex_tolerance({ share: percent(settings.tolerance) }),
    ...(settings.coordinatorTolerance === null
      ? []
      : [m.sectors_annex_coordinators({ share: percent(settings.coordinatorTolerance) })]),
    ...(settings.contiguous ? [m.sectors_annex_contiguous()] : [])
  ];
}

/** Whether a changed plan keeps its rules, as tested by code apart from any search: verified, or the posts that are outside; empty where it is not known. */
export function keptRulesWords(
  { settings, figures, roads, isChanged }: LoadsInUse,
  proof: Pick<SectorsProof, 'keepsRules'>
): string {
  if (!isChanged || roads === null) return '';
  const tolerance = percent(settings.tolerance);
  if (proof.keepsRules) return m.sectors_verified({ tolerance, piece: settings.contiguous ? 'one' : 'any' });
  const out = figures.referents.filter(({ deviation }) => isOutOfBand(deviation, settings.tolerance));
  if (out.length > 0) {
    const posts = out.map(
      ({ id, deviation }) => `${postName(id)} (${deviationWords(deviation, settings.tolerance)})`
    );
    return m.sectors_out_of_band({ tolerance, posts: posts.join(', ') });
  }
  const isCut = figures.referents.some(({ components }) => (components?.length ?? 1) > 1);
  return settings.contiguous && isCut ? m.sectors_out_of_piece() : '';
}

export const annexFoot = (sectors: LoadsInUse): string =>
  m.sectors_annex_foot({
    territory: sectors.dashboard.territory.name,
    day: day(new Date())
  });
