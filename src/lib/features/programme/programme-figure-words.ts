// Texts of the programme's key figures.
import { countBeforeNoun, countWords, sumWords } from '$lib/i18n/known-sums';
import { isUnknown, knownSum } from '$lib/model/known-sum';
import { euros, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { ServiceYear } from '$lib/model/service';
import type { ProgrammeFigure } from './programme-calculation';
import type { ProgrammeState } from './programme-state.svelte';

interface FigureWords {
  label: string;
  definition: string;
  /** null: protected or unknown; `instead` explains it. */
  value: string | null;
  instead: string;
  base: string | null;
  remark: string | null;
  protected: boolean;
  awaits: boolean;
  /** By year, where the service reports it and no filter is active. */
  series: readonly (number | null)[];
}

const PLAIN = { instead: '', base: null, remark: null, protected: false, awaits: false, series: [] };

export function programmeFigures(state: ProgrammeState): Record<ProgrammeFigure, FigureWords> {
  const { filter, programme, cube, teams, partners, sheets } = state;
  const meetings = knownSum(teams.map((team) => team.meetings));
  const categories = new Set(partners.map(({ category }) => category)).size;
  const contacts = programme.correspondents.filter(
    ({ commune }) => filter.commune === null || commune === filter.commune
  );
  const filled = contacts.filter((contact) => contact.filled).length;
  const perChild = state.perChild(filter.commune);
  const children = state.children(filter.commune, filter.theme);
  const short = state.matrix.filter(({ missing }) => missing.length > 0).length;
  const reported = (key: 'budget_euros' | 'teams') =>
    state.filtered
      ? []
      : cube.dashboard.years.map(
          (year) =>
            cube.dashboard.serviceYears.find((row: ServiceYear) => row.school_year === year)?.[key] ?? null
        );
  const base = (write: (inputs: { count: number; shown: string }) => string, count: number) =>
    write({ count, shown: integer(count) });

  return {
    cost: {
      ...PLAIN,
      label: filter.funder === null ? m.programme_figure_cost() : m.programme_figure_cost_funder(),
      definition: m.programme_definition_cost(),
      value: sumWords(state.total, euros),
      base: base(m.programme_figure_cost_base, sheets.length),
      series: reported('budget_euros')
    },
    teams: {
      ...PLAIN,
      label: m.programme_figure_teams(),
      definition: m.programme_definition_teams(),
      value: integer(teams.length),
      base: m.programme_figure_teams_base({
        count: isUnknown(meetings) ? 2 : meetings.value,
        shown: countBeforeNoun(meetings)
      }),
      series: reported('teams')
    },
    partners: {
      ...PLAIN,
      label: m.programme_figure_partners(),
      definition: m.programme_definition_partners(),
      value: integer(partners.reduce((sum, { count }) => sum + count, 0)),
      base: base(m.programme_figure_partners_base, categories)
    },
    correspondents: {
      ...PLAIN,
      label: m.programme_figure_correspondents(),
      definition: m.programme_definition_correspondents(),
      value: integer(filled),
      base: m.programme_of({ total: integer(contacts.length) }),
      remark:
        filled < contacts.length
          ? base(m.programme_figure_correspondents_vacant, contacts.length - filled)
          : null,
      awaits: filled < contacts.length
    },
    perChild: {
      ...PLAIN,
      label: m.programme_figure_per_child(),
      definition: m.programme_definition_per_child(),
      value: countWords(perChild, euros),
      instead:
        perChild.status === 'suppressed'
          ? m.coverage_protected_long()
          : m.programme_figure_per_child_unknown(),
      base: children.value === null ? null : base(m.programme_figure_per_child_base, children.value),
      protected: perChild.status === 'suppressed'
    },
    gaps: {
      ...PLAIN,
      label: m.programme_figure_gaps(),
      definition: m.programme_definition_gaps(),
      value: integer(short),
      base: m.programme_of({ total: integer(state.matrix.length) }),
      awaits: short > 0
    }
  };
}
