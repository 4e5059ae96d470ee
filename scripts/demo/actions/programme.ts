// Action sheets, partners and local correspondents of the demonstration.
import { ACTION_PERIODS } from '../../../src/lib/model/actions/action-year.ts';
import { THEMES } from '../../../src/lib/model/pathway.ts';
import {
  ACTION_FORMS,
  ACTION_LEVELS,
  CORRESPONDENT_ROLES,
  FUNDERS,
  IN_KIND,
  type Action,
  type Correspondent,
  type Funder,
  type PartnerCount
} from '../../../src/lib/model/service.ts';
import { isSchoolYear } from '../../../src/lib/model/school-year.ts';
import { apportion } from '../../../src/lib/algorithms/apportion.ts';
import type { CommuneFact } from '../facts.ts';
import type { Random } from '../random.ts';
import {
  BadFact,
  number,
  numberOrNull,
  oneOf,
  oneOfOrNull,
  readTable,
  text,
  textOrNull,
  type Row
} from '../read-table.ts';

const VACANT_POSTS = 2;

const intervened = (communes: readonly CommuneFact[]) => communes.filter(({ intervention }) => intervention);

/** `etat 60 communes 40`: funders and their shares in percent. */
function sharesOf(row: Row): { funder: Funder; percent: number }[] {
  return [...text(row, 'shares').matchAll(/([a-z-]+) (\d+)/g)].map(([, name, percent]) => {
    const funder = FUNDERS.find((known) => known === name);
    if (!funder) throw new BadFact(`${row.file}, ligne ${row.line}`, FUNDERS.join(', '), name);
    return { funder, percent: Number(percent) };
  });
}

/** `staff 1800 rooms 1500`: euros that what is given in kind is worth; nothing where the cell is empty. */
function inKindOf(row: Row): Pick<Action, 'in_kind'> {
  const given = [...text(row, 'in_kind').matchAll(/([a-z]+) (\d+)/g)].map(([, name, euros]) => {
    const kind = IN_KIND.find((known) => known === name);
    if (!kind) throw new BadFact(`${row.file}, ligne ${row.line}`, IN_KIND.join(', '), name);
    return [kind, Number(euros)] as const;
  });
  return given.length === 0 ? {} : { in_kind: Object.fromEntries(given) };
}

/** Form and places, each only where the table has one: both are invented. */
function formOf(row: Row): Pick<Action, 'form' | 'places'> {
  const form = oneOfOrNull(row, 'form', ACTION_FORMS);
  const places = numberOrNull(row, 'places');
  return { ...(form && { form }), ...(places !== null && { places }) };
}

/** When its sessions are held, the year of the first one, the sheet from which it was taken up: all invented. */
function lifeOf(row: Row): Pick<Action, 'period' | 'begun' | 'taken_from'> {
  const period = oneOfOrNull(row, 'period', ACTION_PERIODS);
  const begun = text(row, 'begun');
  const from = textOrNull(row, 'taken_from');
  return {
    ...(period && { period }),
    ...(isSchoolYear(begun) && { begun }),
    ...(from !== null && { taken_from: from })
  };
}

/** Sheets as the table gives them; `*` stands for every commune of intervention. */
export function demoActions(root: string, communes: readonly CommuneFact[]): Action[] {
  const everywhere = intervened(communes).map(({ code }) => code);
  return readTable(root, 'data/demo/actions.csv').map((row) => {
    const shares = sharesOf(row);
    const cost_euros = number(row, 'cost_euros');
    const euros = apportion(
      cost_euros,
      shares.map(({ percent }) => percent)
    );
    return {
      id: text(row, 'id'),
      title: text(row, 'title'),
      level: oneOf(row, 'level', ACTION_LEVELS),
      theme: oneOfOrNull(row, 'theme', THEMES),
      communes: text(row, 'communes') === '*' ? everywhere : text(row, 'communes').split(' '),
      cost_euros,
      funders: Object.fromEntries(shares.map(({ funder }, at) => [funder, euros[at] ?? 0])),
      ...inKindOf(row),
      ...formOf(row),
      ...lifeOf(row),
      quality: 'synthetic'
    };
  });
}

/** `total` partners shared out by population and category; empty pairs have no row. */
export function demoPartners(root: string, communes: readonly CommuneFact[], total: number): PartnerCount[] {
  const categories = readTable(root, 'data/demo/partners.csv').map((row) => ({
    category: text(row, 'category'),
    share: number(row, 'share')
  }));
  const pairs = intervened(communes).flatMap(({ code, population }) =>
    categories.map(({ category, share }) => ({ category, commune: code, weight: share * population }))
  );
  const counts = apportion(
    total,
    pairs.map(({ weight }) => weight)
  );
  return pairs
    .map(({ category, commune }, at) => ({
      category,
      commune,
      count: counts[at] ?? 0,
      quality: 'synthetic' as const
    }))
    .filter(({ count }) => count > 0);
}

export function demoCorrespondents(communes: readonly CommuneFact[], random: Random): Correspondent[] {
  const codes = intervened(communes).map(({ code }) => code);
  const vacant = new Set(random.shuffle(codes).slice(0, VACANT_POSTS));
  return codes.map((commune, at) => {
    const filled = !vacant.has(commune);
    // Invented: a role is held where somebody is named, one in six is to be named, one in seven is not known.
    const roles = CORRESPONDENT_ROLES.flatMap((role, number) => {
      const place = at * CORRESPONDENT_ROLES.length + number;
      if (place % 7 === 6) return [];
      return [[role, filled && place % 6 !== 4 ? 'held' : 'vacant'] as const];
    });
    return { commune, filled, roles: Object.fromEntries(roles), quality: 'synthetic' };
  });
}
