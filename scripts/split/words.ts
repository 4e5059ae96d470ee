// The rules of a split in French, as the command tells them.
import type { Relaxed, Rule } from '../../src/lib/model/plan.ts';

const MEASURES = { workload: 'charge', hours: 'heures', pupils: 'élèves', meetings: 'réunions' } as const;

/** « école U12 fixée à Référent 3 » */
export function ruleWords(rule: Rule): string {
  switch (rule.rule) {
    case 'assigned':
      return `${rule.unit} : aucun référent ne peut l’atteindre`;
    case 'tolerance':
      return `équilibre de ${rule.referent}`;
    case 'coordinatorTolerance':
      return `équilibre de la coordination ${rule.coordinator} (${MEASURES[rule.measure]})`;
    case 'pin':
      return `${rule.unit} fixée à ${rule.referent}`;
    case 'apart':
      return `${rule.units.join(' et ')} séparées`;
    case 'together':
      return `${rule.units.join(' et ')} ensemble`;
    case 'contiguous':
      return rule.unit === null
        ? 'territoires d’un seul tenant'
        : `territoire d’un seul tenant, pour ${rule.unit}`;
    case 'maxPupilsMoved':
      return `au plus ${rule.most} élèves qui changent de référent`;
    case 'sameCoordinator':
      return `${rule.units.join(' et ')} sous la même coordination`;
  }
}

const percent = (share: number) => `${(100 * share).toLocaleString('fr-FR', { maximumFractionDigits: 2 })} %`;

/** What was loosened, a line each. */
export function relaxedWords(relaxed: Relaxed): string[] {
  const { tolerance, coordinatorTolerance, maxPupilsMoved, dropped, proven } = relaxed;
  return [
    ...dropped.map((rule) => `sans la règle : ${ruleWords(rule)}`),
    ...(maxPupilsMoved === undefined ? [] : [`${maxPupilsMoved} élèves qui changent de référent`]),
    ...(tolerance === undefined ? [] : [`tolérance portée à ${percent(tolerance)}`]),
    ...(coordinatorTolerance === undefined
      ? []
      : [`tolérance des coordinations portée à ${percent(coordinatorTolerance)}`]),
    proven
      ? 'aucun changement plus petit ne suffit : prouvé'
      : 'un changement plus petit suffit peut-être : non prouvé dans le temps donné'
  ];
}
