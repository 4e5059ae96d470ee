// The last look before anything is written: a static site publishes all that it ships.
import { UnsafeTerritory } from '../../../model/findings.ts';
import type { TerritoryRows } from '../rows.ts';

const LEAST = { children: 11, families: 3 };

/** Throws UnsafeTerritory for posts or plans of a real service, for a small count, and for a hidden cell that carries a figure. */
export function refuseUnsafe({ territory, staff, assignment, release }: TerritoryRows): void {
  const least = territory.thresholds ?? LEAST;
  const reasons: string[] = [];
  if (!territory.demonstration && staff.length > 0) {
    reasons.push(`Postes refusés : ${staff.length} postes d’un service réel ne peuvent pas être publiés.`);
  }
  if (!territory.demonstration && assignment.length > 0) {
    reasons.push(`Plan refusé : ${assignment.length} écoles confiées à un poste d’un service réel.`);
  }
  for (const { school_year, zone_kind, zone, level, theme, status, ...counts } of release?.cells ?? []) {
    const cell = `${school_year} ${zone_kind} ${zone} ${level} ${theme}`;
    const { children, families, visits } = counts;
    if (status === 'published' && (children === null || children < least.children)) {
      reasons.push(`Effectif trop petit : ${cell}.`);
    }
    if (families !== null && families < least.families) reasons.push(`Trop peu de familles : ${cell}.`);
    if (status === 'suppressed' && (children ?? families ?? visits) !== null) {
      reasons.push(`Effectif protégé qui porte un chiffre : ${cell}.`);
    }
  }
  if (reasons.length > 0) throw new UnsafeTerritory(reasons);
}
