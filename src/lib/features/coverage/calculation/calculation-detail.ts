// What « Voir le calcul » opens with: the figure as an operation, then the rows that it adds up.
import { absentWords } from '$lib/session/counts-underway';
import type { Figure } from '$lib/cube/figures.ts';
import type { Rate } from '$lib/cube/rate.ts';
import { euros, integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { actionLevelName } from '$lib/i18n/programme-terms.ts';
import { populationWords } from '$lib/i18n/terms.ts';
import { knownSum } from '$lib/model/known-sum.ts';
import { countWords, sumWords } from '$lib/i18n/known-sums.ts';
import { ACTION_LEVELS } from '$lib/model/service.ts';
import type { CalculationDetail } from '$lib/session/calculation.ts';
import type { CoverageState } from '../coverage-state.svelte.ts';

const rateFormula = (rate: Rate | null): string[] =>
  rate === null
    ? []
    : [
        m.calculation_rate({
          children: integer(rate.children),
          pupils: integer(rate.pupils),
          population: populationWords(rate.levels),
          value: integer(rate.value)
        })
      ];

/** @param value the figure as the page shows it */
export function calculationDetail(
  coverage: Pick<CoverageState, 'cube' | 'filter'>,
  { name }: Pick<Figure, 'name'>,
  value: string
): CalculationDetail {
  const { cube, filter } = coverage;
  const { place } = filter;
  const zone = cube.zone(filter);
  const bySchool = name === 'followed' || name === 'waiting' || name === 'pupils';
  if (bySchool && !zone.known) return { formula: m.calculation_perimeter_unknown(), rows: [] };
  if (bySchool && !cube.followUpKnown) return { formula: m.coverage_followed_unknown(), rows: [] };
  const others = zone.schools - zone.followed - zone.waiting;
  const counts = { schools: integer(zone.schools), others: integer(others), value };
  const byCommune = (write: (zone: ReturnType<typeof cube.zone>) => string) =>
    place === null ? cube.zones(filter, 'commune').map((one) => ({ name: one.name, value: write(one) })) : [];
  switch (name) {
    case 'followed':
      return {
        formula: m.calculation_followed({ ...counts, waiting: integer(zone.waiting) }),
        rows: byCommune((one) => integer(one.followed))
      };
    case 'waiting':
      return {
        formula: m.calculation_waiting({ ...counts, followed: integer(zone.followed) }),
        rows: byCommune((one) => integer(one.waiting))
      };
    case 'pupils':
      return {
        formula: m.calculation_pupils({ count: zone.followed, value }),
        rows: byCommune((one) => integer(one.pupilsFollowed))
      };
    case 'children':
      return {
        formula: [m.calculation_children({ value }), ...rateFormula(cube.rate(filter))].join('. '),
        rows: byCommune(({ children }) =>
          children.status === 'suppressed'
            ? m.coverage_protected()
            : (countWords(children, integer) ?? absentWords())
        )
      };
    case 'meetings': {
      const teams = cube.dashboard.teams.filter(
        ({ commune, qpv }) => place === null || commune === place.code || qpv === place.code
      );
      return {
        formula: m.calculation_meetings({ count: teams.length, value }),
        rows: teams.map((team) => ({
          name: team.name,
          value: team.meetings === null ? m.shell_unknown() : integer(team.meetings)
        }))
      };
    }
    case 'budget': {
      const sheets = cube.dashboard.actions.filter(
        ({ communes }) => place === null || (communes.length === 1 && communes[0] === place.code)
      );
      const levels = ACTION_LEVELS.map((level) => ({
        level,
        of: sheets.filter((one) => one.level === level)
      }));
      return {
        formula: m.calculation_budget({ count: sheets.length, value }),
        rows: levels
          .filter(({ of }) => of.length > 0)
          .map(({ level, of }) => ({
            name: actionLevelName(level),
            value: sumWords(knownSum(of.map(({ cost_euros }) => cost_euros)), euros)
          }))
      };
    }
  }
}
