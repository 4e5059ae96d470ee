// What the action sheets tell of money. A total of which an amount is unknown is unknown.
import { isUnknown, knownSum } from '../../model/known-sum.ts';
import { THEMES } from '../../model/pathway.ts';
import { ACTION_LEVELS, FUNDERS, FUNDING_ROUNDING, IN_KIND, type Funder } from '../../model/service.ts';
import type { Facts, ReportAction } from './report-input.ts';

/** Cents, so that the order of sheets changes nothing; null when an amount is unknown. */
function total(amounts: readonly (number | null)[]): number | null {
  let cents = 0;
  for (const euros of amounts) {
    if (euros === null) return null;
    cents += Math.round(euros * 100);
  }
  return cents / 100;
}

/** Euros of a sheet that no funder is known to pay. */
function unfunded({ cost_euros, funders }: ReportAction): number | null {
  const paid = total(Object.values(funders));
  if (cost_euros === null || paid === null) return null;
  const rest = cost_euros - paid;
  return rest > FUNDING_ROUNDING ? rest : 0;
}

/** What a funder is told to pay; null where that is nothing, and what nobody is known to pay may be its own. */
function paidBy(actions: readonly ReportAction[], funder: Funder): number | null {
  const told = actions.map(({ funders }) => (funders[funder] === undefined ? 0 : funders[funder]));
  const left = actions.map((sheet) =>
    sheet.funders[funder] === undefined && unfunded(sheet) !== 0 ? null : 0
  );
  return isUnknown(knownSum([...told, ...left])) ? null : total(told);
}

/**
 * Cost by level and theme, what each funder pays, what is given in kind. In one commune a list need not say the level: where all its sheets are of
 * one, what the others cost is not known.
 *
 * @param communes INSEE codes of those where the service works; null where they are not known
 */
export function moneyFacts(
  actions: readonly ReportAction[] | null,
  communes: readonly string[] | null
): Facts {
  if (actions === null) return {};
  const facts: Facts = {};
  const say = (id: string, rule: string, value: number | null) => {
    if (value !== null) facts[id] = { value, list: 'actions', rule };
  };
  const cost = (some: readonly ReportAction[]) => total(some.map(({ cost_euros }) => cost_euros));
  say('money.total', 'cost', cost(actions));
  const isTold = communes?.length !== 1 || new Set(actions.map(({ level }) => level)).size > 1;
  for (const level of isTold ? ACTION_LEVELS : [])
    say(`money.byLevel.${level}`, 'cost', cost(actions.filter((sheet) => sheet.level === level)));
  const themes = actions.some(({ theme }) => theme !== null) ? THEMES : [];
  for (const theme of [...themes, null])
    say(`money.byTheme.${theme ?? 'none'}`, 'cost', cost(actions.filter((sheet) => sheet.theme === theme)));
  for (const funder of FUNDERS) say(`money.byFunder.${funder}`, 'funder', paidBy(actions, funder));
  say('money.byFunder.unknown', 'funder', total(actions.map(unfunded)));
  const given = actions.flatMap(({ in_kind }) => in_kind ?? []);
  for (const kind of IN_KIND) {
    const told = given.flatMap((one) => (one[kind] === undefined ? [] : [one[kind]]));
    if (told.length > 0) say(`money.inKind.${kind}`, 'in-kind', total(told));
  }
  const worth = given.map(({ whole, ...kinds }) => whole ?? total(Object.values(kinds)));
  if (given.length > 0) say('money.inKind', 'in-kind', total(worth));
  return facts;
}
