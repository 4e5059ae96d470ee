// A chart of the page as a picture to take away: its title, whence its figures come, and when.
import type { Dashboard } from '$lib/cube/dashboard';
import { shortFingerprint } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { dayOfSaving, type Picture } from './save-as';

/**
 * @param figure the element that holds the drawing
 * @param said what the page says of it: its key, what its figures rest on
 */
export function chartPicture(
  name: string,
  title: string,
  figure: HTMLElement | null,
  { territory, fingerprint }: Pick<Dashboard, 'territory' | 'fingerprint'>,
  said: readonly string[] = []
): Picture {
  return {
    name,
    drawing: figure?.querySelector('svg') ?? null,
    caption: {
      title: `${territory.name}. ${title}`,
      notes: [
        ...said,
        m.council_source({ source: m.council_sources() }),
        ...(territory.demonstration ? [m.council_synthetic()] : []),
        m.catalogue_export_made({
          territory: territory.name,
          date: dayOfSaving(),
          fingerprint: shortFingerprint(fingerprint)
        })
      ]
    }
  };
}
