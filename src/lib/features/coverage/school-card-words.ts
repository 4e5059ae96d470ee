// The words of a school's card. What is not known is said to be so.
import type { NearPlace, SchoolCardFacts } from '$lib/cube/school-facts';
import { longMonth } from '$lib/i18n/dates';
import { decimal, distance, duration, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindName, statusWord } from '$lib/i18n/terms';
import { tripMinutes } from '$lib/model/travel/travel-times.ts';

/** « En attente depuis 17 mois », « Suivie depuis 2021-2022 », « Ni suivie, ni en attente ». */
export function cardStatus({ school, status, months }: SchoolCardFacts): string {
  if (status === 'waiting') {
    if (months === null) return m.school_card_waiting_undated();
    return months < 1 ? m.school_card_waiting_new() : m.school_card_waiting({ count: months });
  }
  if (status === 'followed') {
    return school.followed_since === null
      ? m.school_card_followed_undated()
      : m.school_card_followed({ year: school.followed_since });
  }
  return status === 'linked' ? m.coverage_status_linked() : m.school_card_outside();
}

/** « primaire, publique, Marly ». */
export const cardKind = ({ school, commune }: SchoolCardFacts): string =>
  [
    kindName(school.kind),
    school.kind === 'college'
      ? school.sector === 'prive'
        ? m.school_card_private_college()
        : m.school_card_public_college()
      : school.sector === 'prive'
        ? m.waiting_sector_prive()
        : m.school_card_public(),
    commune
  ].join(', ');

/** When the school asked; empty when it waits for nothing, or nobody knows. */
export const cardRequest = ({ school, status }: SchoolCardFacts): string =>
  status === 'waiting' && school.requested_since !== null
    ? m.school_card_request({ month: longMonth(school.requested_since) })
    : '';

export function cardRows(facts: SchoolCardFacts): { name: string; value: string }[] {
  const { school, qpv, access, status } = facts;
  const unknown = m.shell_unknown();
  const pupils = school.pupils === null ? unknown : integer(school.pupils);
  return [
    {
      name: m.coverage_col_pupils(),
      value: school.pupils_quality === 'estimated' ? m.waiting_estimate({ value: pupils }) : pupils
    },
    {
      name: facts.ipsYears ? m.school_card_ips({ years: facts.ipsYears }) : m.coverage_col_ips(),
      value: school.ips === null ? unknown : decimal(school.ips, 1)
    },
    {
      name: m.school_card_qpv(),
      value: qpv === undefined ? unknown : (qpv ?? m.school_card_no_qpv())
    },
    { name: m.school_card_rep(), value: school.rep ?? m.waiting_no() },
    {
      name: m.school_card_referent(),
      value: access
        ? m.school_card_drive({ base: access.base, time: duration(tripMinutes(access.seconds)) })
        : unknown
    },
    {
      name: m.school_card_team(),
      value: facts.team ?? (status === 'followed' ? unknown : m.school_card_no_team())
    }
  ];
}

/** « École Hurez Saint Nicolas, suivie » and its distance. */
export const nearWords = (place: NearPlace): { name: string; value: string } => ({
  name:
    place.kind === 'qpv'
      ? m.school_card_near_qpv({ name: place.name })
      : place.status === 'outside'
        ? place.name
        : m.school_card_near({ name: place.name, status: statusWord(place.status) }),
  value: distance(place.metres)
});
