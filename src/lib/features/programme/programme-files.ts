// Tables of the programme, on screen and to take away: sheets and funding, partners, teams, communes, themes.
import type { Count, KnownSum } from '$lib/model/known-sum';
import { figureWords, sumWords } from '$lib/i18n/known-sums';
import type { Partners, Sheet, Team } from '$lib/cube/programme';
import type { Flow, FormRow, ThemeCell, ThemeRow } from '$lib/cube/programme-figures';
import { FILE, numberColumn, textColumn, viewOf, type TableView } from '$lib/export/columns';
import { csvFile } from '$lib/export/save-file';
import { subsidiesCsv } from '$lib/export/subsidies';
import { capitalised, euros, integer } from '$lib/i18n/numbers';
import {
  actionFormName,
  actionLevelName,
  categoryName,
  funderName,
  roleName,
  roleStateName
} from '$lib/i18n/programme-terms';
import { m } from '$lib/i18n/paraglide/messages.js';
import { themeName } from '$lib/i18n/terms';
import { THEMES, type Theme } from '$lib/model/pathway';
import { ACTION_LEVELS, CORRESPONDENT_ROLES, FUNDERS } from '$lib/model/service';
import {
  tellsFunctions,
  type CommuneProgramme,
  type CommuneRoles,
  type ProgrammeState
} from './programme-state.svelte';

/** « 3 communes » */
function reachWords({ places, cube }: ProgrammeState, { communes }: Sheet): string {
  if (communes.length === places.length && places.length > 1) return m.programme_every_commune();
  const [only] = communes;
  return communes.length === 1 && only
    ? cube.nameOf(only)
    : m.programme_some_communes({ count: communes.length, shown: integer(communes.length) });
}

export function sheetsTable(state: ProgrammeState): TableView<Sheet> {
  return viewOf(
    { name: m.programme_file_name(), caption: m.programme_sheets(), id: ({ id }) => id },
    state.sheets,
    [
      textColumn(m.programme_col_sheet(), ({ id }) => id, FILE),
      textColumn(m.programme_col_title(), ({ title }) => title, { key: 'title', sort: 'value' }),
      textColumn(m.programme_level(), ({ level }) => actionLevelName(level), {
        key: 'level',
        sort: ({ level }) => ACTION_LEVELS.indexOf(level)
      }),
      textColumn(m.coverage_theme(), ({ theme }) => theme && themeName(theme), {
        key: 'theme',
        words: ({ theme }) => (theme ? themeName(theme) : m.programme_theme_none()),
        sort: 'words'
      }),
      textColumn(m.programme_form(), ({ form }) => form && actionFormName(form), FILE),
      numberColumn(m.programme_form_places(), ({ places }) => places, FILE),
      textColumn(
        m.programme_col_communes(),
        ({ communes }) => communes.map((code) => state.cube.nameOf(code)).join(', '),
        { key: 'communes', words: (sheet) => reachWords(state, sheet), sort: 'words' }
      ),
      ...(state.knowsSessions
        ? [
            textColumn<Sheet>(
              m.programme_col_sessions(),
              ({ id }) => {
                const { held = 0, planned = 0 } = state.sessions[id] ?? {};
                return planned === 0
                  ? null
                  : m.programme_col_sessions_of({ held: integer(held), planned: integer(planned) });
              },
              { only: 'screen' }
            )
          ]
        : []),
      textColumn(
        m.programme_col_funders(),
        ({ funders }) =>
          FUNDERS.filter((funder) => funders[funder] !== undefined)
            .map(funderName)
            .join(', '),
        { only: 'screen' }
      ),
      numberColumn(
        state.filter.funder === null ? m.programme_col_cost() : m.programme_col_funder_part(),
        ({ cost_euros }) => cost_euros,
        {
          key: 'cost',
          file: { label: m.programme_col_cost() },
          words: (sheet) => figureWords(state.euros(sheet), euros),
          descendingFirst: true,
          sort: state.euros
        }
      ),
      ...FUNDERS.map((funder) =>
        numberColumn<Sheet>(funderName(funder), ({ funders }) => funders[funder], FILE)
      )
    ]
  );
}

/** Subsidies by sheet and funder, in the columns of the national open data; an amount that is unknown has no line. */
export function subsidiesFile({ sheets, cube, programme }: ProgrammeState): {
  name: string;
  content: Blob;
} {
  const { name, demonstration } = cube.dashboard.territory;
  const subsidies = sheets.flatMap(({ title, cost_euros: cost, funders }) =>
    FUNDERS.flatMap((funder) => {
      const euros = funders[funder];
      return euros
        ? [
            {
              funder: funderName(funder),
              beneficiary: m.programme_file_beneficiary({ name }),
              purpose: title,
              euros,
              share: cost ? euros / cost : null
            }
          ]
        : [];
    })
  );
  return {
    name: `subventions-${programme.year}${demonstration ? '-donnees-fictives' : ''}.csv`,
    content: csvFile(subsidiesCsv(subsidies))
  };
}

export const partnersTable = ({ partners, cube }: ProgrammeState): TableView<Partners> =>
  viewOf(
    {
      name: m.programme_partners_file_name(),
      caption: m.programme_partners(),
      id: ({ commune, category }) => `${commune} ${category}`
    },
    partners,
    [
      textColumn(m.programme_col_commune(), ({ commune }) => cube.nameOf(commune)),
      textColumn('INSEE', ({ commune }) => commune),
      textColumn(m.programme_partners(), ({ category }) => categoryName(category)),
      numberColumn(m.programme_total(), ({ count }) => count)
    ]
  );

export const teamsTable = ({ teams, cube }: ProgrammeState): TableView<Team> =>
  viewOf({ name: 'equipes', caption: m.programme_teams(), id: ({ id }) => id }, teams, [
    textColumn(m.programme_col_team(), ({ name }) => name),
    textColumn('INSEE', ({ commune }) => commune),
    textColumn(m.programme_col_commune(), ({ commune }) => cube.nameOf(commune)),
    textColumn(m.programme_col_coordinator(), ({ coordinator }) => coordinator),
    numberColumn(m.programme_col_meetings(), ({ meetings }) => meetings),
    numberColumn(m.programme_file_professionals(), ({ professionals }) => professionals)
  ]);

/** One row a funder, level and theme. */
export const flowsTable = ({ flows, unknownFunding: unknown }: ProgrammeState): TableView<Flow> =>
  viewOf(
    {
      name: 'financements',
      caption: m.programme_flow(),
      id: ({ funder, level, theme }) => `${funder} ${level} ${theme}`
    },
    flows,
    [
      textColumn(m.programme_funder(), ({ funder }) => funderName(funder)),
      textColumn(m.programme_level(), ({ level }) => actionLevelName(level)),
      textColumn(m.programme_col_theme(), ({ theme }) => theme && themeName(theme)),
      numberColumn('euros', (flow) => ({ value: flow.euros, unknown }))
    ]
  );

/** One row a commune. */
export const programmeCommunesTable = ({ communes }: ProgrammeState): TableView<CommuneProgramme> =>
  viewOf(
    { name: 'programme-communes', caption: m.programme_communes(), id: ({ ref }) => ref.code },
    communes,
    [
      textColumn('INSEE', ({ ref }) => ref.code, FILE),
      textColumn(m.programme_col_commune(), ({ name }) => name, { key: 'name', nowrap: true, sort: 'value' }),
      textColumn(
        m.programme_col_correspondent(),
        ({ correspondent }) =>
          correspondent === null
            ? null
            : correspondent
              ? m.programme_correspondent_filled()
              : m.programme_correspondent_vacant(),
        { key: 'correspondent', phone: 'hidden' }
      ),
      numberColumn(m.programme_col_teams(), ({ teams }) => teams, { phone: 'hidden' }),
      numberColumn(m.programme_col_meetings(), ({ meetings }) => meetings, { phone: 'hidden' }),
      numberColumn(m.programme_partners(), ({ partners }) => partners, { phone: 'hidden' }),
      numberColumn(m.programme_sheets(), ({ sheets }) => sheets, {
        words: ({ sheets }) => sumOrDash(sheets, integer),
        descendingFirst: true,
        sort: 'value'
      }),
      numberColumn(m.programme_col_own(), ({ own }) => own, {
        words: ({ own }) => sumOrDash(own, euros),
        descendingFirst: true,
        sort: 'value'
      })
    ]
  );

/** null of nothing at all. */
export const sumOrDash = (sum: KnownSum, write: (value: number) => string) =>
  sum.value + sum.unknown === 0 ? null : sumWords(sum, write);

/** One row a commune, one column a theme: sheets that reach it, and how many are its own. */
export function themesTable({ matrix, cube, programme }: ProgrammeState): TableView<ThemeRow> {
  // An action whose commune or theme is not told may be of this one; without a list of actions, nothing is known.
  const count = ({ cells }: ThemeRow, theme: Theme, of: (cell: ThemeCell) => number): number | null => {
    const cell = cells.find((one) => one.theme === theme);
    const shown = cell ? of(cell) : 0;
    return shown === 0 && (programme.actions.length === 0 || (cell && cell.unsure > 0)) ? null : shown;
  };
  return viewOf(
    { name: 'themes-communes', caption: m.programme_matrix(), id: ({ commune }) => commune },
    matrix,
    [
      textColumn('INSEE', ({ commune }) => commune),
      textColumn(m.programme_col_commune(), ({ commune }) => cube.nameOf(commune)),
      ...THEMES.flatMap((theme) => [
        numberColumn<ThemeRow>(themeName(theme), (row) =>
          count(row, theme, ({ own, shared }) => own + shared)
        ),
        numberColumn<ThemeRow>(m.programme_file_own({ theme: themeName(theme) }), (row) =>
          count(row, theme, ({ own }) => own)
        )
      ])
    ]
  );
}

/** What the correspondent of each commune does: whom to ask for what. Nobody is named. */
export const rolesTable = ({ roles }: ProgrammeState): TableView<CommuneRoles> =>
  viewOf(
    { name: 'correspondants-roles', caption: m.programme_roles(), id: ({ commune }) => commune },
    roles,
    [
      textColumn('INSEE', ({ commune }) => commune, FILE),
      textColumn(m.programme_col_commune(), ({ name }) => name),
      ...(tellsFunctions(roles)
        ? [textColumn<CommuneRoles>(m.programme_function(), (row) => row.function)]
        : []),
      ...CORRESPONDENT_ROLES.map((role) =>
        textColumn<CommuneRoles>(
          capitalised(roleName(role)),
          ({ roles: { [role]: state } }) => state && roleStateName(state),
          {
            file: { label: roleName(role) },
            tone: ({ roles: { [role]: state } }) => (state === 'vacant' ? 'accent' : null)
          }
        )
      )
    ]
  );

export const formsTable = ({ forms }: ProgrammeState): TableView<FormRow> =>
  viewOf({ name: 'formes-actions', caption: m.programme_forms(), id: ({ form }) => form ?? '' }, forms, [
    textColumn(m.programme_form(), ({ form }) => actionFormName(form)),
    numberColumn(m.programme_sheets(), ({ sheets }) => sheets),
    numberColumn(m.programme_col_cost(), ({ cost }) => cost, { kind: 'euros' }),
    numberColumn(m.programme_form_places(), ({ places }) => places)
  ]);

export interface ThemeCost {
  theme: Theme;
  cost: KnownSum;
  children: Count;
  perChild: Count;
}

export const costsTable = (rows: readonly ThemeCost[]): TableView<ThemeCost> =>
  viewOf({ name: 'cout-par-enfant', caption: m.programme_per_child(), id: ({ theme }) => theme }, rows, [
    textColumn(m.programme_col_theme(), ({ theme }) => themeName(theme)),
    numberColumn(m.programme_col_cost(), ({ cost }) => cost, { kind: 'euros' }),
    numberColumn(m.programme_col_children(), ({ children }) => children),
    numberColumn(m.programme_figure_per_child(), ({ perChild }) => perChild, {
      kind: 'euros',
      file: { digits: 2 }
    })
  ]);
