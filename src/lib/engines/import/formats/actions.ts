// The service's action sheets: level, theme, communes, cost, and amounts by funder (one column each, or one as exported by the site).
import { FUNDERS, FUNDING_ROUNDING, type Action, type Funder } from '../../../model/service.ts';
import { knownSum } from '../../../model/known-sum.ts';
import type { Importer } from '../importer.ts';
import { isRecord } from '../../../model/documents/json.ts';
import type { Cell, Remark } from '../rows.ts';
import { readActionLevel, readReach, readTheme } from './service-words.ts';
import { boundedNumber, readEuros, readNumber } from './values.ts';

/** `communes` are codes or names as written; none is told when the sheet reaches the whole territory (`everywhere`), or nobody knows where. */
export type ActionSheet = Omit<Action, 'quality'> & { line: number; everywhere: boolean };

type FunderKey = `paid-${Funder}`;
type Key = 'id' | 'title' | 'level' | 'theme' | 'communes' | 'cost' | 'funders' | FunderKey;

const EUROS = [0, 100_000_000] as const;

export const ACTION_FORMAT: Importer<Key, ActionSheet> = {
  columns: {
    id: ['fiche', 'id', 'n_fiche', 'numero_fiche', 'fiche_action', 'n_fiche_action', 'numero'],
    title: ['titre', 'title', 'intitule', 'action', 'nom_de_l_action', 'libelle'],
    level: ['niveau', 'level', 'echelle'],
    theme: ['theme', 'thematique', 'axe'],
    communes: ['communes', 'commune', 'territoire', 'villes'],
    cost: [
      'cout',
      'cost_euros',
      'cout_total',
      'budget',
      'montant',
      'cout_euros',
      'cout_en_euros',
      'cout_total_euros'
    ],
    funders: ['funders'],
    'paid-etat': ['financement_etat', 'etat'],
    'paid-epci': ['financement_epci', 'epci'],
    'paid-communes': ['financement_communes', 'part_communes'],
    'paid-cites-educatives': ['financement_cites-educatives'],
    'paid-education-nationale': ['financement_education-nationale'],
    'paid-departement': ['financement_departement', 'departement'],
    'paid-caf': ['financement_caf', 'caf']
  },
  required: ['id', 'title', 'level', 'cost'],
  unique: { code: 'duplicate-id', column: 'id', of: ({ id }) => id },
  rows(cell, line, remark) {
    const id = cell('id');
    if (id === '') return { dropped: { code: 'empty-cell', column: 'id' } };
    const level = readActionLevel(cell('level'));
    if (level === null) {
      const expected = 'ingénierie, intercommunal, communal';
      return { dropped: { code: 'bad-word', column: 'level', found: cell('level'), expected } };
    }
    const cost_euros = boundedNumber(cell, 'cost', EUROS, remark, readEuros);
    const theme = readTheme(cell('theme'));
    if (theme === null && cell('theme') !== '') {
      remark('doubtful', { code: 'bad-theme', column: 'theme', found: cell('theme') });
    }
    const reach = readReach(cell('communes'));
    // A sheet of the whole territory need not list it; a communal one without a commune could be anywhere.
    const everywhere = reach.everywhere || (reach.communes.length === 0 && level !== 'communal');
    if (!everywhere && reach.communes.length === 0) {
      remark('doubtful', { code: 'reach-unknown', column: 'communes', found: id });
    }
    const funders = fundersOf(cell, remark);
    const paid = knownSum(Object.values(funders));
    const whole = cost_euros !== null && paid.unknown === 0 && paid.value > 0;
    // Of the whole row: which of the amounts is wrong, or which funder is missing, the file does not tell.
    if (whole && Math.abs(paid.value - cost_euros) > FUNDING_ROUNDING) {
      const sides = { found: String(paid.value), expected: String(cost_euros) };
      remark('doubtful', {
        code: paid.value < cost_euros ? 'funders-lacking' : 'funders-disagree',
        ...sides
      });
    }
    return {
      row: { line, id, title: cell('title') || id, level, theme, ...reach, everywhere, cost_euros, funders }
    };
  }
};

function fundersOf(cell: Cell<Key>, remark: Remark<Key>): Action['funders'] {
  const funders: Action['funders'] = {};
  const exported = fundersFromExport(cell('funders'));
  for (const funder of FUNDERS) {
    const key: FunderKey = `paid-${funder}`;
    const euros = exported[funder] ?? boundedNumber(cell, key, EUROS, remark, readEuros);
    if (euros) funders[funder] = euros;
    else if (euros === null && cell(key) !== '') funders[funder] = null;
  }
  return funders;
}

/** Amounts as the site exports them, `{"etat":146568}`; empty for anything else. */
function fundersFromExport(text: string): Partial<Record<string, number>> {
  if (!text.startsWith('{')) return {};
  try {
    const value: unknown = JSON.parse(text);
    const entries = isRecord(value) ? Object.entries(value) : [];
    return Object.fromEntries(entries.map(([name, euros]) => [name, readNumber(String(euros))]));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return {};
  }
}
