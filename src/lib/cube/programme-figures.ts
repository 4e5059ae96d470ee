// Queries on the programme: filtered sheets, funding flows, themes without actions, cost per child.
import { THEMES, type Theme } from '../model/pathway.ts';
import {
  ACTION_FORMS,
  FUNDING_ROUNDING,
  PAYERS,
  type Action,
  type ActionForm,
  type Funder,
  type Payer
} from '../model/service.ts';
import { knownSum, type KnownSum } from '../model/known-sum.ts';
import { ABSENT, countOfSum, type Count } from './filter.ts';
import type { Programme, Sheet } from './programme.ts';

type ActionLevel = Action['level'];

/** null: no condition. */
export interface ProgrammeFilter {
  theme: Theme | null;
  level: ActionLevel | null;
  funder: Funder | null;
  /** INSEE code: sheets that reach this commune, alone or with others. */
  commune: string | null;
}

export const NO_FILTER: ProgrammeFilter = { theme: null, level: null, funder: null, commune: null };

/** Euros of a sheet: its cost, or one funder's share, 0 when it does not pay; null when the amount is unknown. */
export function eurosOf({ cost_euros, funders }: Sheet, funder: Funder | null): number | null {
  if (funder === null) return cost_euros;
  const paid = funders[funder];
  return paid === undefined ? 0 : paid;
}

export function sheetsUnder({ actions }: Programme, filter: ProgrammeFilter): Sheet[] {
  const { theme, level, funder, commune } = filter;
  return actions.filter(
    (sheet) =>
      (theme === null || sheet.theme === theme) &&
      (level === null || sheet.level === level) &&
      (funder === null || eurosOf(sheet, funder) !== 0) &&
      (commune === null || sheet.communes.includes(commune))
  );
}

export function totalOf(sheets: readonly Sheet[], funder: Funder | null = null): KnownSum {
  return knownSum(sheets.map((sheet) => eurosOf(sheet, funder)));
}

/** A sheet of one commune alone counts in that commune's own cost; a shared cost is never divided. */
const isOwn = ({ communes }: Sheet, commune: string): boolean =>
  communes.length === 1 && communes[0] === commune;

/** Euros of the sheets that reach this commune and no other. */
export function ownEuros(sheets: readonly Sheet[], commune: string, funder: Funder | null = null): KnownSum {
  return totalOf(
    sheets.filter((sheet) => isOwn(sheet, commune)),
    funder
  );
}

/** Euros of a sheet that no funder is known to pay; 0 where an amount is unknown, or where the funders explain the cost. */
function unfundedEuros({ cost_euros, funders }: Sheet): number {
  const paid = knownSum(Object.values(funders));
  if (cost_euros === null || paid.unknown > 0) return 0;
  const rest = cost_euros - paid.value;
  return rest > FUNDING_ROUNDING ? rest : 0;
}

export interface Flow {
  funder: Payer;
  level: ActionLevel;
  /** null: engineering, which serves every theme. */
  theme: Theme | null;
  euros: number;
}

/** One flow a funder (or none that is known), level and theme with an amount, in the order of the vocabulary. */
export function flowsOf(sheets: readonly Sheet[], funder: Funder | null = null): Flow[] {
  const flows = new Map<string, Flow>();
  for (const sheet of sheets) {
    for (const payer of PAYERS) {
      if (funder !== null && funder !== payer) continue;
      const euros = payer === 'unknown' ? unfundedEuros(sheet) : eurosOf(sheet, payer);
      if (euros === null || euros === 0) continue;
      const key = `${payer}/${sheet.level}/${sheet.theme}`;
      const flow = flows.get(key);
      if (flow) flow.euros += euros;
      else flows.set(key, { funder: payer, level: sheet.level, theme: sheet.theme, euros });
    }
  }
  const place = ({ funder: payer, theme }: Flow) =>
    PAYERS.indexOf(payer) * 10 + (theme === null ? -1 : THEMES.indexOf(theme));
  return [...flows.values()].sort((a, b) => place(a) - place(b));
}

export interface ThemeCell {
  /** null: engineering, which serves every theme, or all sheets together. */
  theme: Theme | null;
  /** Sheets of this commune alone, and shared ones. */
  own: number;
  shared: number;
  /** Sheets that may be of this cell: their communes, or their theme, are not told. */
  unsure: number;
}

export interface ThemeRow {
  commune: string;
  cells: ThemeCell[];
  /** Sheets without a theme, and all of the commune: the cells and these add up to them. */
  engineering: ThemeCell;
  all: ThemeCell;
  /** Themes without any sheet, nor one that may be of this commune. */
  missing: Theme[];
}

/** Whether a sheet may be of a commune and a theme, by what it tells. Engineering has no theme. */
const mayBeOf = (sheet: Sheet, commune: string, theme: Theme | null): boolean =>
  (sheet.communes.length === 0 || sheet.communes.includes(commune)) &&
  (sheet.theme === theme || (theme !== null && sheet.theme === null && sheet.level !== 'ingenierie'));

/** Number of sheets by theme and commune, under the filter's level and funder (its theme and commune are not applied). */
export function themeRows(
  programme: Programme,
  communes: readonly string[],
  { level, funder }: Pick<ProgrammeFilter, 'level' | 'funder'>
): ThemeRow[] {
  const sheets = sheetsUnder(programme, { ...NO_FILTER, level, funder });
  return communes.map((commune) => {
    const here = sheets.filter((sheet) => sheet.communes.includes(commune));
    const unsureOf = (theme: Theme | null) =>
      sheets.filter((sheet) => mayBeOf(sheet, commune, theme)).length - about(theme).length;
    const cellOf = (theme: Theme | null, told: readonly Sheet[], unsure = unsureOf(theme)): ThemeCell => {
      const own = told.filter((sheet) => isOwn(sheet, commune)).length;
      return { theme, own, shared: told.length - own, unsure };
    };
    const about = (theme: Theme | null) => here.filter((sheet) => sheet.theme === theme);
    return {
      commune,
      cells: THEMES.map((theme) => cellOf(theme, about(theme))),
      engineering: cellOf(null, about(null)),
      all: cellOf(null, here, sheets.filter(({ communes: told }) => told.length === 0).length),
      missing: THEMES.filter((theme) => about(theme).length === 0 && unsureOf(theme) === 0)
    };
  });
}

/** The sheets of one form. */
export interface FormRow {
  /** null: sheets that do not say their form. */
  form: ActionForm | null;
  sheets: number;
  cost: KnownSum;
  /** Places offered: unknown where a sheet does not say. */
  places: KnownSum;
}

/** One row a form that some sheet has, in the order of the vocabulary, then those that do not say: every sheet is in one. */
export const formRows = (sheets: readonly Sheet[], funder: Funder | null = null): FormRow[] =>
  [...ACTION_FORMS, null].flatMap((form) => {
    const of = sheets.filter((sheet) => (sheet.form ?? null) === form);
    if (of.length === 0) return [];
    const places = knownSum(of.map((sheet) => sheet.places ?? null));
    return [{ form, sheets: of.length, cost: totalOf(of, funder), places }];
  });

/**
 * Euros per child followed, from a published count only.
 * @returns euros, or why there is no value
 */
export function costPerChild(euros: KnownSum, children: Count): Count {
  if (children.value === null) return children;
  const spent = countOfSum(euros);
  return spent.value === null || children.value === 0
    ? ABSENT
    : { ...spent, value: spent.value / children.value };
}

/** Sheets whose flows are not whole: an unknown amount of a funder, or an unknown cost that no funder explains. */
export function sheetsOfUnknownFunding(sheets: readonly Sheet[], funder: Funder | null = null): number {
  return sheets.filter(({ cost_euros, funders }) => {
    const amounts = funder === null ? Object.values(funders) : [funders[funder] ?? 0];
    const explained = amounts.some((euros) => euros !== null);
    return amounts.includes(null) || (cost_euros === null && !explained);
  }).length;
}
