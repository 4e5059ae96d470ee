// Rules of an assignment in words: conflicts, and relaxed rules.
import { integer, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Measure, Relaxed, Rule } from '$lib/model/plan';
import { postName } from '$lib/i18n/place-names';
import { coordinationName } from '../words';

const MEASURES: Partial<Record<Measure, typeof m.sectors_rule_coordinator>> = {
  pupils: m.sectors_rule_coordinator_pupils,
  meetings: m.sectors_rule_coordinator_meetings
};

/** @param unitName name of a unit by its id */
export function ruleWords(rule: Rule, unitName: (id: string) => string): string {
  switch (rule.rule) {
    case 'assigned':
      return m.sectors_rule_assigned({ unit: unitName(rule.unit) });
    case 'tolerance':
      return m.sectors_rule_tolerance({ post: postName(rule.referent) });
    case 'coordinatorTolerance':
      return (MEASURES[rule.measure] ?? m.sectors_rule_coordinator)({
        coordinator: coordinationName(rule.coordinator)
      });
    case 'pin':
      return m.sectors_rule_pin({ unit: unitName(rule.unit), post: postName(rule.referent) });
    case 'apart':
      return m.sectors_rule_apart({ unit: unitName(rule.units[0]), other: unitName(rule.units[1]) });
    case 'together':
    case 'sameCoordinator':
      return m.sectors_rule_together({ unit: unitName(rule.units[0]), other: unitName(rule.units[1]) });
    case 'contiguous':
      return m.sectors_rule_contiguous();
    case 'maxPupilsMoved':
      return m.sectors_rule_pupils({ count: integer(rule.most) });
  }
}

/** What the relaxed plan requires, rule by rule; units that may lie apart from their sector by name. */
export function relaxedWords(
  { tolerance, coordinatorTolerance, maxPupilsMoved, dropped, proven }: Relaxed,
  unitName: (id: string) => string
): string {
  const apart = dropped.flatMap((rule) =>
    rule.rule === 'contiguous' && rule.unit ? [unitName(rule.unit)] : []
  );
  const others = dropped.length - apart.length;
  return [
    tolerance === undefined ? [] : m.sectors_relaxed_tolerance({ share: percent(tolerance, 1) }),
    coordinatorTolerance === undefined
      ? []
      : m.sectors_relaxed_coordinators({ share: percent(coordinatorTolerance, 1) }),
    maxPupilsMoved === undefined ? [] : m.sectors_relaxed_pupils({ count: integer(maxPupilsMoved) }),
    apart.length === 0 ? [] : m.sectors_relaxed_apart({ units: apart.join(', ') }),
    others === 0 ? [] : m.sectors_relaxed_dropped({ count: others }),
    proven ? m.sectors_relaxed_proven() : m.sectors_relaxed_unproven()
  ]
    .flat()
    .join(', ');
}
