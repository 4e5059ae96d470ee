// Coverage and the waiting list, drawn from an address.
import type { Count } from '../cube/filter.ts';
import { integer } from '../i18n/numbers.ts';
import { m } from '../i18n/paraglide/messages.js';
import { CoverageState } from '../state/coverage.svelte.ts';
import { coverageLegend, coverageScene, coverageSymbols } from './coverage-scene.ts';
import type { DrawnFigure, DrawnPage, Material } from './drawn-page.ts';
import { waitingScene, waitingSymbols } from './waiting-scene.ts';

function stateOf({ dashboard }: Material, params: URLSearchParams): CoverageState {
  const state = new CoverageState(dashboard);
  state.read(params);
  return state;
}

/** A count as a slide writes it: the word where it is protected, nothing where it is not published. */
export function countFigure(label: string, { value, status }: Count): DrawnFigure[] {
  if (status === 'absent') return [];
  return [
    { label, value: value === null ? m.coverage_protected_long() : integer(value), protected: value === null }
  ];
}

export function drawnCoverage(material: Material, params: URLSearchParams): DrawnPage {
  const state = stateOf(material, params);
  const { facts, address } = state;
  const legendTitle = state.measure === 'rate' ? m.coverage_legend_rate() : m.coverage_legend_share();
  return {
    scene: coverageScene(state),
    title: m.coverage_map_title({ measure: legendTitle, year: address.year }),
    legend: address.view === 'ecoles' ? [] : coverageLegend(state),
    legendTitle,
    protectedShown: state.measure === 'rate' && state.hiddenShare > 0 && address.view !== 'ecoles',
    symbols: coverageSymbols(state),
    ...{ posts: [], sectors: [], ramp: 'amount', selected: state.selected },
    figures: [
      {
        label: m.coverage_figure_followed(),
        value: m.coverage_schools_of({
          count: facts.followed,
          followed: integer(facts.followed),
          total: integer(facts.schools)
        })
      },
      { label: m.coverage_figure_waiting(), value: integer(facts.waiting), awaits: facts.waiting > 0 },
      ...countFigure(m.coverage_figure_children(), facts.children)
    ]
  };
}

export function drawnWaiting(material: Material, params: URLSearchParams): DrawnPage {
  const state = stateOf(material, params);
  const pupils = state.waiting.reduce((sum, { school }) => sum + (school.pupils ?? 0), 0);
  return {
    scene: waitingScene(state),
    title: m.waiting_map(),
    legend: [],
    legendTitle: m.waiting_map(),
    symbols: waitingSymbols(),
    ...{ protectedShown: false, posts: [], sectors: [], ramp: 'amount', selected: state.selected },
    figures: [
      {
        label: m.coverage_figure_waiting(),
        value: integer(state.waiting.length),
        awaits: state.waiting.length > 0
      },
      { label: m.council_figure_pupils(), value: integer(pupils) }
    ]
  };
}
