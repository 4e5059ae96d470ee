// Texts of the programme's key figures.
import { absentWords } from '$lib/session/counts-underway';
import { countBeforeNoun, countWords, sumWords } from '$lib/i18n/known-sums';
import { isUnknown, knownSum } from '$lib/model/known-sum';
import { listWords } from '$lib/i18n/lists';
import { euros, integer, numberWord } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { onTheme, themeName } from '$lib/i18n/terms';
import type { Count } from '$lib/cube/filter';
import { THEMES, type Theme } from '$lib/model/pathway';
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
  awaits: boolean | 'remark';
  /** The figure as an operation; empty where it is a plain count. */
  formula: string;
}

/** « 692 734 € ÷ 380 enfants = 1 823 € »; empty where there is no such cost. */
function perChildFormula(perChild: Count, children: Count, value: string): string {
  if (perChild.value === null || children.value === null) return '';
  const spent = Math.round(perChild.value * children.value);
  return m.calculation_per_child({ count: children.value, euros: euros(spent), value });
}

type ThemeRows = readonly { missing: readonly Theme[] }[];

const themesMissing = (rows: ThemeRows): Theme[] =>
  THEMES.filter((theme) => rows.some(({ missing }) => missing.includes(theme)));

/**
 * « Dans trois communes, aucune action d’expression orale »: the theme is named where it is the only one; null where none is missing.
 * Without a full stop.
 */
export function themeGapWords(rows: ThemeRows): string | null {
  const count = rows.filter(({ missing }) => missing.length > 0).length;
  if (count === 0) return null;
  const words = numberWord(count, 'feminine');
  const themes = themesMissing(rows);
  const [first] = themes;
  return themes.length === 1
    ? m.programme_gap_theme({ count, words, theme: onTheme(first!) })
    : m.programme_gap_themes({
        ...{ count, words },
        themes: listWords(themes.map((theme) => themeName(theme).toLocaleLowerCase('fr')))
      });
}

const PLAIN = {
  instead: '',
  base: null,
  remark: null,
  protected: false,
  awaits: false,
  formula: ''
};

const base = (write: (inputs: { count: number; shown: string }) => string, count: number): string =>
  write({ count, shown: integer(count) });

/** With a commune chosen: its own sheets; those that others share are told beside, since their cost is not divided. */
function costWords(state: ProgrammeState): FigureWords {
  const { filter } = state;
  const own = filter.commune === null ? null : state.own(filter.commune);
  const cost = own?.total ?? state.total;
  const count = own?.sheets ?? state.sheets.length;
  return {
    ...PLAIN,
    label:
      filter.funder !== null
        ? m.programme_figure_cost_funder()
        : own
          ? m.programme_figure_cost_own()
          : m.programme_figure_cost(),
    definition: own ? m.programme_definition_cost_own() : m.programme_definition_cost(),
    value: sumWords(cost, euros),
    base: base(m.programme_figure_cost_base, count),
    remark:
      own && own.shared > 0
        ? m.programme_figure_cost_shared({ count: own.shared, euros: sumWords(own.sharedTotal, euros) })
        : null,
    formula: m.calculation_budget({ count, value: sumWords(cost, euros) })
  };
}

/** The service gave no such list: not zero. */
const unlisted = () => ({ value: null, instead: m.programme_figure_unlisted() });

function correspondentWords({ filter, programme }: ProgrammeState): FigureWords {
  const texts = {
    ...PLAIN,
    label: m.programme_figure_correspondents(),
    definition: m.programme_definition_correspondents()
  };
  if (programme.correspondents.length === 0) return { ...texts, ...unlisted() };
  const contacts = programme.correspondents.filter(
    ({ commune }) => filter.commune === null || commune === filter.commune
  );
  const filled = contacts.filter((contact) => contact.filled).length;
  const vacant = contacts.length - filled;
  return {
    ...texts,
    value: integer(filled),
    base: m.programme_of({ total: integer(contacts.length) }),
    remark: vacant > 0 ? base(m.programme_figure_correspondents_vacant, vacant) : null,
    awaits: vacant > 0 && 'remark'
  };
}

export function programmeFigures(state: ProgrammeState): Record<ProgrammeFigure, FigureWords> {
  const { filter, programme, teams, partners } = state;
  const meetings = knownSum(teams.map((team) => team.meetings));
  const categories = new Set(partners.map(({ category }) => category)).size;
  const { perChild } = state;
  const children = state.children(filter.theme);
  const place = filter.commune ?? state.onlyCommune;
  const here = place === null ? null : state.matrix.find(({ commune }) => commune === place);
  const short = here ? here.missing.length : state.matrix.filter(({ missing }) => missing.length > 0).length;
  const gaps = themesMissing(state.matrix);
  return {
    cost: costWords(state),
    teams: {
      ...PLAIN,
      label: m.programme_figure_teams(),
      definition: m.programme_definition_teams(),
      ...(programme.teams.length === 0
        ? unlisted()
        : {
            value: integer(teams.length),
            base: m.programme_figure_teams_base({
              count: isUnknown(meetings) ? 2 : meetings.value,
              shown: countBeforeNoun(meetings)
            })
          })
    },
    partners: {
      ...PLAIN,
      label: m.programme_figure_partners(),
      definition: m.programme_definition_partners(),
      ...(programme.partners.length === 0
        ? unlisted()
        : {
            value: integer(partners.reduce((sum, { count }) => sum + count, 0)),
            base: base(m.programme_figure_partners_base, categories)
          })
    },
    correspondents: correspondentWords(state),
    perChild: {
      ...PLAIN,
      label: m.programme_figure_per_child(),
      definition: m.programme_definition_per_child(),
      value: countWords(perChild, euros),
      instead: perChild.status === 'suppressed' ? m.coverage_protected_long() : absentWords(),
      base: children.value === null ? null : base(m.programme_figure_per_child_base, children.value),
      remark: perChild.value === null ? null : m.programme_figure_per_child_remark(),
      protected: perChild.status === 'suppressed',
      formula: perChildFormula(perChild, children, countWords(perChild, euros) ?? '')
    },
    gaps: {
      ...PLAIN,
      label: here
        ? m.programme_figure_gaps_commune()
        : gaps.length === 1
          ? m.programme_figure_gaps_theme({ theme: onTheme(gaps[0]!) })
          : m.programme_figure_gaps(),
      definition: m.programme_definition_gaps(),
      value: integer(short),
      base: here
        ? m.programme_figure_gaps_themes({ total: integer(here.cells.length) })
        : m.programme_of({ total: integer(state.matrix.length) }),
      awaits: short > 0
    }
  };
}
