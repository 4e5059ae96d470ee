// Tables of the programme to download: sheets and funding, partners, teams, communes, themes.
import type { KnownSum } from '$lib/model/known-sum';
import { sumCell } from '$lib/i18n/known-sums';
import type { Count } from '$lib/cube/filter';
import type { Partners, Sheet, Team } from '$lib/cube/programme';
import type { Flow, FormRow, ThemeCell } from '$lib/cube/programme-figures';
import { numberColumn, rounded, tableOf, textColumn } from '$lib/export/columns';
import { PROTECTED, type CsvCell } from '$lib/export/csv';
import { csvFile } from '$lib/export/save-file';
import { subsidiesCsv } from '$lib/export/subsidies';
import type { ExportTable } from '$lib/export/table';
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
import { CORRESPONDENT_ROLES, FUNDERS } from '$lib/model/service';
import {
  tellsFunctions,
  type CommuneProgramme,
  type CommuneRoles,
  type ProgrammeState
} from './programme-state.svelte';
import { outlines } from '$lib/ui/export/outlines';

const countCell = ({ value, status, atLeast }: Count): CsvCell => {
  if (status === 'suppressed') return PROTECTED;
  const shown = rounded(value, 2);
  return atLeast && shown !== null ? m.shell_at_least({ value: String(shown) }) : shown;
};

export const sheetsTable = ({ sheets, cube }: ProgrammeState): ExportTable =>
  tableOf<Sheet>({ name: m.programme_file_name(), title: m.programme_sheets() }, sheets, [
    textColumn(m.programme_col_sheet(), ({ id }) => id),
    textColumn(m.programme_col_title(), ({ title }) => title),
    textColumn(m.programme_level(), ({ level }) => actionLevelName(level)),
    textColumn(m.coverage_theme(), ({ theme }) => theme && themeName(theme)),
    textColumn(m.programme_form(), ({ form }) => form && actionFormName(form)),
    numberColumn(m.programme_form_places(), ({ places }) => places),
    textColumn(m.programme_col_communes(), ({ communes }) =>
      communes.map((code) => cube.nameOf(code)).join(', ')
    ),
    numberColumn(m.programme_col_cost(), ({ cost_euros }) => cost_euros),
    ...FUNDERS.map((funder) => numberColumn<Sheet>(funderName(funder), ({ funders }) => funders[funder]))
  ]);

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

export const partnersTable = ({ partners, cube }: ProgrammeState): ExportTable =>
  tableOf<Partners>({ name: m.programme_partners_file_name(), title: m.programme_partners() }, partners, [
    textColumn(m.programme_col_commune(), ({ commune }) => cube.nameOf(commune)),
    textColumn('INSEE', ({ commune }) => commune),
    textColumn(m.programme_partners(), ({ category }) => categoryName(category)),
    numberColumn(m.programme_total(), ({ count }) => count)
  ]);

export const teamsTable = ({ teams, cube }: ProgrammeState): ExportTable =>
  tableOf<Team>({ name: 'equipes', title: m.programme_teams() }, teams, [
    textColumn(m.programme_col_team(), ({ name }) => name),
    textColumn('INSEE', ({ commune }) => commune),
    textColumn(m.programme_col_commune(), ({ commune }) => cube.nameOf(commune)),
    textColumn(m.programme_col_coordinator(), ({ coordinator }) => coordinator),
    numberColumn(m.programme_col_meetings(), ({ meetings }) => meetings),
    numberColumn(m.programme_file_professionals(), ({ professionals }) => professionals)
  ]);

/** One row a funder, level and theme. */
export const flowsTable = ({ flows, unknownFunding: unknown }: ProgrammeState): ExportTable =>
  tableOf<Flow>({ name: 'financements', title: m.programme_flow() }, flows, [
    textColumn(m.programme_funder(), ({ funder }) => funderName(funder)),
    textColumn(m.programme_level(), ({ level }) => actionLevelName(level)),
    textColumn(m.programme_col_theme(), ({ theme }) => theme && themeName(theme)),
    numberColumn('euros', (flow) => sumCell({ value: flow.euros, unknown }))
  ]);

/** One row a commune, with its outline. */
export async function programmeCommunesTable(
  { communes }: ProgrammeState,
  load: typeof fetch
): Promise<ExportTable> {
  const shapes = await outlines('communes', load);
  return tableOf<CommuneProgramme>(
    { name: 'programme-communes', title: m.programme_communes() },
    communes,
    [
      textColumn('INSEE', ({ ref }) => ref.code),
      textColumn(m.programme_col_commune(), ({ name }) => name),
      textColumn(m.programme_col_correspondent(), ({ correspondent }) =>
        correspondent === null
          ? null
          : correspondent
            ? m.programme_correspondent_filled()
            : m.programme_correspondent_vacant()
      ),
      numberColumn(m.programme_col_teams(), ({ teams }) => sumCell(teams)),
      numberColumn(m.programme_col_meetings(), ({ meetings }) => sumCell(meetings)),
      numberColumn(m.programme_partners(), ({ partners }) => sumCell(partners)),
      numberColumn(m.programme_sheets(), ({ sheets }) => sumCell(sheets)),
      numberColumn(m.programme_col_own(), ({ own }) => sumCell(own))
    ],
    ({ ref }) => shapes.get(ref.code) ?? null
  );
}

interface MatrixRow {
  commune: string;
  cells: readonly ThemeCell[];
}

/** One row a commune, one column a theme: sheets that reach it, and how many are its own. */
export async function themesTable(
  { matrix, cube, programme }: ProgrammeState,
  load: typeof fetch
): Promise<ExportTable> {
  const shapes = await outlines('communes', load);
  // An action whose commune or theme is not told may be of this one; without a list of actions, nothing is known.
  const count = ({ cells }: MatrixRow, theme: Theme, of: (cell: ThemeCell) => number): number | null => {
    const cell = cells.find((one) => one.theme === theme);
    const shown = cell ? of(cell) : 0;
    return shown === 0 && (programme.actions.length === 0 || (cell && cell.unsure > 0)) ? null : shown;
  };
  return tableOf<MatrixRow>(
    { name: 'themes-communes', title: m.programme_matrix() },
    matrix,
    [
      textColumn('INSEE', ({ commune }) => commune),
      textColumn(m.programme_col_commune(), ({ commune }) => cube.nameOf(commune)),
      ...THEMES.flatMap((theme) => [
        numberColumn<MatrixRow>(themeName(theme), (row) =>
          count(row, theme, ({ own, shared }) => own + shared)
        ),
        numberColumn<MatrixRow>(m.programme_file_own({ theme: themeName(theme) }), (row) =>
          count(row, theme, ({ own }) => own)
        )
      ])
    ],
    ({ commune }) => shapes.get(commune) ?? null
  );
}

export const rolesTable = ({ roles }: ProgrammeState): ExportTable =>
  tableOf<CommuneRoles>({ name: 'correspondants-roles', title: m.programme_roles() }, roles, [
    textColumn('INSEE', ({ commune }) => commune),
    textColumn(m.programme_col_commune(), ({ name }) => name),
    ...(tellsFunctions(roles)
      ? [textColumn<CommuneRoles>(m.programme_function(), (row) => row.function)]
      : []),
    ...CORRESPONDENT_ROLES.map((role) =>
      textColumn<CommuneRoles>(roleName(role), ({ roles: { [role]: state } }) =>
        state ? roleStateName(state) : null
      )
    )
  ]);

export const formsTable = ({ forms }: ProgrammeState): ExportTable =>
  tableOf<FormRow>({ name: 'formes-actions', title: m.programme_forms() }, forms, [
    textColumn(m.programme_form(), ({ form }) => actionFormName(form)),
    numberColumn(m.programme_sheets(), ({ sheets }) => sheets),
    numberColumn(m.programme_col_cost(), ({ cost }) => sumCell(cost)),
    numberColumn(m.programme_form_places(), ({ places }) => sumCell(places))
  ]);

export interface ThemeCost {
  theme: Theme;
  cost: KnownSum;
  children: Count;
  perChild: Count;
}

export const costsTable = (rows: readonly ThemeCost[]): ExportTable =>
  tableOf({ name: 'cout-par-enfant', title: m.programme_per_child() }, rows, [
    textColumn(m.programme_col_theme(), ({ theme }) => themeName(theme)),
    numberColumn(m.programme_col_cost(), ({ cost }) => sumCell(cost)),
    numberColumn(m.programme_col_children(), ({ children }) => countCell(children)),
    numberColumn(m.programme_figure_per_child(), ({ perChild }) => countCell(perChild))
  ]);
