// The first line of a public site that is one file: it goes from hand to hand after another took its place.
import type { Month } from '../model/school-year.ts';
import { referenceDay } from './dates.ts';
import type { Locale } from './locale.ts';
import { shortFingerprint } from './numbers.ts';
import { m } from './paraglide/messages.js';

interface Published {
  territory: { name: string };
  asOf: Month;
  /** Of the data, in hexadecimal digits. */
  fingerprint: string;
}

/**
 * In each language: whose it is, the day of its data, its release.
 *
 * @param address of the current one; empty where nobody said it
 */
export function oneFileLine({ territory, asOf, fingerprint }: Published, address: string) {
  const line = (locale: Locale): string =>
    m.folder_one_file_line(
      {
        territory: territory.name,
        date: referenceDay(asOf, locale),
        release: shortFingerprint(fingerprint),
        address: address.trim() || m.folder_one_file_no_address({}, { locale })
      },
      { locale }
    );
  return { fr: line('fr'), en: line('en') };
}
