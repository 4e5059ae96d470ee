// Sentences about the territory kept on this computer.
import { wordsFor } from '$lib/i18n/findings/finding-reader';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Finding } from '$lib/model/findings';
import type { AutosaveFault } from '$lib/session/territory/autosave.svelte';

/** What a finding saw, as a sentence: the file needs no name, there is one. */
function findingText(finding: Finding): string {
  const what = wordsFor(finding.code)?.what(finding) ?? finding.code;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}.`;
}

function reasonOf(fault: AutosaveFault): string {
  if (typeof fault === 'object') return findingText(fault);
  if (fault === 'full') return m.kept_reason_full();
  if (fault === 'refused') return m.kept_reason_refused();
  return fault === 'busy' ? m.kept_reason_busy() : m.kept_failed();
}

/** A save that failed: why, and that nothing is lost. */
export const saveFaultText = (fault: AutosaveFault): string =>
  `${m.kept_not_saved({ reason: reasonOf(fault) })} ${m.kept_not_lost()}`;

/** Why a passphrase did not open the stored territory. */
export const lockedText = (finding: Finding): string =>
  finding.code === 'maillage-passphrase' ? m.kept_prompt_wrong() : findingText(finding);

/** A stored territory that cannot be opened: why, and that it is still there. */
export const unopenedText = (fault: AutosaveFault): string => m.kept_unopened({ reason: reasonOf(fault) });
