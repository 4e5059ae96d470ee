// The service's action sheets: level, theme, communes, cost, and amounts by funder (one column each, or one as exported by the site).
import { FUNDERS, FUNDING_ROUNDING, IN_KIND, type Action, type Funder } from '../../../model/service.ts';
import { knownSum } from '../../../model/known-sum.ts';
import { readPeriod } from '../../../model/actions/session-words.ts';
import type { Importer } from '../importer.ts';
import { isRecord } from '../../../model/documents/json.ts';
import type { Cell, Remark } from '../rows.ts';
import { looksLikePerson } from './function-words.ts';
import {
  readActionLevel,
  readForm,
  readInKind,
  readReach,
  readSchoolYear,
  readTheme
} from './service-words.ts';
import { boundedNumber, readEuros, readNumber } from './values.ts';

/** `communes` are codes or names as written; none is told when the sheet reaches the whole territory (`everywhere`), or nobody knows where. */
export type ActionSheet = Omit<Action, 'quality'> & { line: number; everywhere: boolean };

type FunderKey = `paid-${Funder}`;
type Key =
  | 'id'
  | 'title'
  | 'level'
  | 'theme'
  | 'communes'
  | 'cost'
  | 'funders'
  | 'in_kind'
  | 'in_kind_euros'
  | 'form'
  | 'places'
  | 'period'
  | 'session_cost'
  | 'begun'
  | 'taken_from'
  | FunderKey;

const EUROS = [0, 100_000_000] as const;
const PLACES = [0, 100_000] as const;
const WORDS_OF_FORM = 'individuelle, petit groupe, collective';

/** Headers of the amounts of a funder, as they are written, or as a merged cell above them makes them: « Financeurs », then « Ville ». */
const paidBy = (funders: readonly string[], others: readonly string[] = []): string[] => [
  ...funders.flatMap((funder) =>
    ['financement', 'financements', 'financeur', 'financeurs', 'part', 'subvention', 'subventions'].map(
      (word) => `${word}_${funder}`
    )
  ),
  ...others
];

export const ACTION_FORMAT: Importer<Key, ActionSheet> = {
  columns: {
    id: ['fiche', 'id', 'n_fiche', 'numero_fiche', 'fiche_action', 'n_fiche_action', 'numero', 'n°', 'n_action', 'code', 'code_action'], // prettier-ignore
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
    'paid-etat': /* @__PURE__ */ paidBy(['etat'], ['etat']),
    'paid-epci': /* @__PURE__ */ paidBy(['epci'], ['epci']),
    'paid-communes': /* @__PURE__ */ paidBy(['communes', 'commune', 'ville', 'villes']),
    'paid-cites-educatives': /* @__PURE__ */ paidBy(['cites-educatives']),
    'paid-education-nationale': /* @__PURE__ */ paidBy(['education-nationale']),
    'paid-departement': /* @__PURE__ */ paidBy(['departement'], ['departement']),
    'paid-caf': /* @__PURE__ */ paidBy(['caf'], ['caf']),
    in_kind: ['nature_apport', 'nature_apports', 'nature_de_l_apport', 'nature_des_apports', 'nature_contribution', 'nature_de_la_contribution', 'nature_des_contributions', 'apport_en_nature', 'apports_en_nature'], // prettier-ignore
    in_kind_euros: ['valeur_apport', 'valeur_apports', 'valeur_de_l_apport', 'valeur_des_apports', 'valeur_contribution', 'valeur_de_la_contribution', 'valeur_des_contributions', 'valorisation', 'valorisation_euros'], // prettier-ignore
    form: ['forme', 'form', 'forme_de_l_action', 'forme_action'],
    places: ['places', 'nombre_de_places', 'nb_places', 'places_offertes', 'places_proposees'],
    period: ['periode', 'period', 'calendrier', 'periode_de_l_action'],
    session_cost: [
      'cout_seance',
      'session_cost',
      'cout_d_une_seance',
      'cout_par_seance',
      'prix_de_la_seance'
    ],
    begun: ['debut', 'begun', 'annee_de_debut', 'debutee_en', 'premiere_annee', 'depuis'],
    taken_from: ['issue_de', 'taken_from', 'reprise_de', 'issu_de', 'fiche_d_origine']
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
    const title = cell('title') || id;
    const row = { line, id, title, level, theme, ...reach, everywhere, cost_euros, funders };
    return { row: { ...row, ...inKindOf(cell, remark), ...formOf(cell, remark), ...lifeOf(cell, remark) } };
  }
};

/** What cannot be read is told and stays unknown. */
function formOf(cell: Cell<Key>, remark: Remark<Key>): Pick<Action, 'form' | 'places'> {
  const form = readForm(cell('form'));
  if (form === null && cell('form') !== '') {
    remark('doubtful', {
      code: 'bad-form',
      column: 'form',
      found: cell('form'),
      expected: WORDS_OF_FORM
    });
  }
  const places = boundedNumber(cell, 'places', PLACES, remark);
  const whole = places === null || Number.isInteger(places);
  if (!whole) remark('doubtful', { code: 'bad-number', column: 'places', found: cell('places'), expected: PLACES.join('..') }); // prettier-ignore
  return { ...(form !== null && { form }), ...(places !== null && whole && { places }) };
}

type Life = Pick<Action, 'period' | 'session_cost' | 'begun' | 'taken_from'>;

/** When its sessions are held and what one costs, its first year, the sheet that it was taken up from. What cannot be read is told, and stays unknown. */
function lifeOf(cell: Cell<Key>, remark: Remark<Key>): Life {
  const period = readPeriod(cell('period'));
  if (period === null && cell('period') !== '')
    remark('doubtful', unread('bad-period', 'period', cell('period')));
  const begun = readSchoolYear(cell('begun'));
  if (begun === null && cell('begun') !== '')
    remark('doubtful', unread('bad-action-year', 'begun', cell('begun')));
  const cost = boundedNumber(cell, 'session_cost', EUROS, remark, readEuros);
  return {
    ...(period !== null && { period }),
    ...(cost !== null && { session_cost: cost }),
    ...(begun !== null && { begun }),
    ...(cell('taken_from') !== '' && { taken_from: cell('taken_from') })
  };
}

const unread = (code: string, column: Key, found: string) => ({
  code,
  column,
  ...(!looksLikePerson(found) && { found })
});

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

/** As many values as natures are one each; a single one is of all of them together. A nature that is not told may be any. */
function inKindOf(cell: Cell<Key>, remark: Remark<Key>): Pick<Action, 'in_kind'> {
  const nature = cell('in_kind');
  const natures = readInKind(nature);
  const parts = cell('in_kind_euros').split(';');
  if (nature === '' && cell('in_kind_euros') === '') return {};
  if (nature !== '' && natures.length === 0) {
    remark('doubtful', { code: 'bad-in-kind', column: 'in_kind', found: nature });
  }
  if (natures.length > 1 && parts.length === natures.length) {
    const values = parts.map((part) =>
      boundedNumber(() => part.trim(), 'in_kind_euros', EUROS, remark, readEuros)
    );
    return { in_kind: Object.fromEntries(natures.map((kind, at) => [kind, values[at]])) };
  }
  const value = boundedNumber(cell, 'in_kind_euros', EUROS, remark, readEuros);
  if (natures.length === 1) return { in_kind: { [natures[0]!]: value } };
  const unknown = (natures.length === 0 ? IN_KIND : natures).map((kind) => [kind, null]);
  return { in_kind: { ...Object.fromEntries(unknown), whole: value } };
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
