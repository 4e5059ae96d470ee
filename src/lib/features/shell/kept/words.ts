// Sentences about the territory kept on this computer.
import { sentenceFor } from '$lib/i18n/findings/finding-reader';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { AutosaveFault } from '$lib/session/territory/autosave.svelte';

function reasonOf(fault: AutosaveFault): string {
  if (typeof fault === 'object') return sentenceFor(fault);
  if (fault === 'full') return m.kept_reason_full();
  if (fault === 'refused') return m.kept_reason_refused();
  return fault === 'busy' ? m.kept_reason_busy() : m.kept_failed();
}

/** A save that failed: why, and that nothing is lost. */
export const saveFaultText = (fault: AutosaveFault): string =>
  `${m.kept_not_saved({ reason: reasonOf(fault) })} ${m.kept_not_lost()}`;

/** A stored territory that cannot be opened: why, and that it is still there. */
export const unopenedText = (fault: AutosaveFault): string => m.kept_unopened({ reason: reasonOf(fault) });
