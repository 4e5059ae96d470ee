// Action sheets, partners and local correspondents of the demonstration.
import type { Theme } from '../../src/lib/model/pathway.ts';
import type { Action, Correspondent, Funder, PartnerCount } from '../../src/lib/model/service.ts';
import { apportion } from './apportion.ts';
import { number, readTable, text, type CommuneFact } from './facts.ts';
import type { Random } from './random.ts';

const VACANT_POSTS = 2;

const intervened = (communes: readonly CommuneFact[]) => communes.filter(({ intervention }) => intervention);

/** Sheets as the table gives them; `*` stands for every commune of intervention, `etat 60 communes 40` for shares in percent. */
export function demoActions(root: string, communes: readonly CommuneFact[]): Action[] {
  const everywhere = intervened(communes).map(({ code }) => code);
  return readTable(root, 'data/demo/actions.csv').map((row) => {
    const shares = [...text(row, 'shares').matchAll(/([a-z-]+) (\d+)/g)];
    const cost_euros = number(row, 'cost_euros');
    const euros = apportion(
      cost_euros,
      shares.map(([, , percent]) => Number(percent))
    );
    return {
      id: text(row, 'id'),
      title: text(row, 'title'),
      level: text(row, 'level') as Action['level'],
      theme: (text(row, 'theme') || null) as Theme | null,
      communes: text(row, 'communes') === '*' ? everywhere : text(row, 'communes').split(' '),
      cost_euros,
      funders: Object.fromEntries(shares.map(([, funder], at) => [funder as Funder, euros[at] ?? 0])),
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
  return codes.map((commune) => ({ commune, filled: !vacant.has(commune), quality: 'synthetic' }));
}
