// Names of the criteria of the priority score, and the value of each for a school.
import type { WaitingCriterion, WaitingSchool, Weights } from '$lib/cube/waiting';
import { longMonth } from '$lib/i18n/dates';
import { decimal, duration, integer, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { timeWaited } from '$lib/i18n/waits';
import { tripMinutes } from '$lib/model/travel/travel-times.ts';

export const CRITERION_NAMES: Record<WaitingCriterion, () => string> = {
  pupils: m.waiting_weight_pupils,
  rep: m.waiting_weight_rep,
  ips: m.waiting_weight_ips,
  qpv: m.waiting_weight_qpv,
  travel: m.waiting_weight_travel,
  months: m.waiting_weight_months
};

/** « Élèves 25 % », of the weights given to the criteria that the territory knows. */
export function weightWords(
  criterion: WaitingCriterion,
  weights: Weights,
  known: readonly WaitingCriterion[]
): string {
  const total = known.reduce((sum, one) => sum + weights[one], 0);
  return `${CRITERION_NAMES[criterion]()} ${percent(total === 0 ? 0 : weights[criterion] / total)}`;
}

/** Value of a criterion for a school, in words. */
export function valueIn({ school, qpv, months, access }: WaitingSchool, criterion: WaitingCriterion): string {
  switch (criterion) {
    case 'pupils': {
      if (school.pupils === null) return m.waiting_unknown();
      const pupils = integer(school.pupils);
      return school.pupils_quality === 'estimated' ? m.waiting_estimate({ value: pupils }) : pupils;
    }
    case 'rep':
      return school.rep ?? m.waiting_no();
    case 'ips':
      return school.ips === null ? m.waiting_unknown() : decimal(school.ips, 1);
    case 'qpv':
      return qpv ?? m.waiting_no();
    case 'travel':
      return access
        ? m.waiting_drive({ time: duration(tripMinutes(access.seconds)), base: access.base })
        : m.waiting_unknown();
    case 'months': {
      const spent = timeWaited(months);
      return school.requested_since ? `${longMonth(school.requested_since)}, ${spent}` : spent;
    }
  }
}

const TONES: Record<WaitingCriterion, string> = {
  pupils: 'var(--ink)',
  rep: 'var(--ramp-3)',
  ips: 'var(--time-4)',
  qpv: 'var(--ramp-5)',
  travel: 'var(--time-2)',
  months: 'var(--rule-2)'
};
/** Tone of a criterion's part of a bar: neighbours differ in lightness as in hue. None is that of a post. */
export const toneOf = (criterion: WaitingCriterion): string => TONES[criterion];
