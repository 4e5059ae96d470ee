// The rules of a split in words: what contradicts what, and what was loosened.
import { integer, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Measure, Relaxed, Rule } from '$lib/model/plan';
import { coordinationName, postName } from '../words';

const MEASURES: Partial<Record<Measure, typeof m.split_rule_coordinator>> = {
  pupils: m.split_rule_coordinator_pupils,
  meetings: m.split_rule_coordinator_meetings
};

/** @param unitName name of a unit by its id */
export function ruleWords(rule: Rule, unitName: (id: string) => string): string {
  switch (rule.rule) {
    case 'assigned':
      return m.split_rule_assigned({ unit: unitName(rule.unit) });
    case 'tolerance':
      return m.split_rule_tolerance({ post: postName(rule.referent) });
    case 'coordinatorTolerance':
      return (MEASURES[rule.measure] ?? m.split_rule_coordinator)({
        coordinator: coordinationName(rule.coordinator)
      });
    case 'pin':
      return m.split_rule_pin({ unit: unitName(rule.unit), post: postName(rule.referent) });
    case 'apart':
      return m.split_rule_apart({ unit: unitName(rule.units[0]), other: unitName(rule.units[1]) });
    case 'together':
    case 'sameCoordinator':
      return m.split_rule_together({ unit: unitName(rule.units[0]), other: unitName(rule.units[1]) });
    case 'contiguous':
      return m.split_rule_contiguous();
    case 'maxPupilsMoved':
      return m.split_rule_pupils({ count: integer(rule.most) });
  }
}

/** What the nearest plan asks for, part by part. */
export function relaxedWords({ tolerance, coordinatorTolerance, maxPupilsMoved, dropped }: Relaxed): string {
  return [
    tolerance === undefined ? [] : m.split_relaxed_tolerance({ share: percent(tolerance, 1) }),
    coordinatorTolerance === undefined
      ? []
      : m.split_relaxed_coordinators({ share: percent(coordinatorTolerance, 1) }),
    maxPupilsMoved === undefined ? [] : m.split_relaxed_pupils({ count: integer(maxPupilsMoved) }),
    dropped.length === 0 ? [] : m.split_relaxed_dropped({ count: dropped.length })
  ]
    .flat()
    .join(', ');
}
