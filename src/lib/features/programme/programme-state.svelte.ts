// State of the programme page: filters, and the filtered data shared by map, diagram and tables.
import { sumWords } from '$lib/i18n/known-sums.ts';
import { knownSum, type KnownSum } from '$lib/model/known-sum.ts';
import { createContext } from 'svelte';
import { classOf, roundLimits } from '$lib/cube/classes.ts';
import type { CoverageCube } from '$lib/cube/coverage.ts';
import type { Count } from '$lib/cube/filter.ts';
import { isEmptyProgramme, type Programme } from '$lib/cube/programme.ts';
import {
  costPerChild,
  eurosOf,
  flowsOf,
  formRows,
  NO_FILTER,
  ownEuros,
  sheetsOfUnknownFunding,
  sheetsUnder,
  themeRows,
  totalOf,
  type ProgrammeFilter
} from '$lib/cube/programme-figures.ts';
import type { CorrespondentRoles } from '$lib/model/service.ts';
import type { PlaceRef } from '$lib/model/place.ts';
import type { SessionsRead } from '$lib/figures/actions/sessions-read.svelte.ts';
import type { SessionFigures } from '$lib/model/actions/action-sheets.ts';
import { unknownYears } from '$lib/session/kit/address-kinds.ts';
import type { Theme } from '$lib/model/pathway.ts';
import { programmeAddress, type KnownProgramme, type ProgrammeAddress } from './programme-address.ts';

/** A commune with its filtered sheets. */
export interface CommuneProgramme {
  ref: PlaceRef;
  name: string;
  /** Counts of rows, unknown where the list was not given. */
  teams: KnownSum;
  meetings: KnownSum;
  partners: KnownSum;
  /** null: not published. */
  correspondent: boolean | null;
  sheets: KnownSum;
  own: KnownSum;
}

/** What the correspondent of a commune does. */
export interface CommuneRoles {
  commune: string;
  name: string;
  /** Null: no list says it. */
  function: string | null;
  roles: CorrespondentRoles;
}

/** The territory's line under its communes: a shared sheet counts once. */
export interface TerritoryProgramme extends Pick<
  CommuneProgramme,
  'teams' | 'meetings' | 'partners' | 'sheets' | 'own'
> {
  shared: number;
}

const UNKNOWN = knownSum([null]);

/** Whether a list says the function of some correspondent. */
export const tellsFunctions = (rows: readonly CommuneRoles[]): boolean =>
  rows.some((row) => row.function !== null);

export class ProgrammeState {
  readonly programme: Programme;
  readonly #cube: () => CoverageCube;
  address: ProgrammeAddress = $state.raw() as ProgrammeAddress;
  hovered: PlaceRef | null = $state.raw(null);
  /** Sessions of the actions; null until they are read. */
  readonly #sessions: () => SessionsRead | null;
  /** Unknown years in the link. */
  missing: readonly string[] = $state.raw([]);

  filter: ProgrammeFilter = $derived.by(() => {
    const { theme, level, funder, commune } = this.address;
    return { theme, level, funder, commune };
  });
  filtered = $derived(Object.values(this.filter).some((one) => one !== null));
  selected: PlaceRef | null = $derived(
    this.address.commune === null ? null : { kind: 'commune', code: this.address.commune }
  );
  sheets = $derived.by(() => sheetsUnder(this.programme, this.filter));
  total = $derived.by(() => totalOf(this.sheets, this.filter.funder));
  /** Sheets whose funding is not wholly known. */
  unknownFunding = $derived.by(() => sheetsOfUnknownFunding(this.sheets, this.filter.funder));
  flows = $derived.by(() => flowsOf(this.sheets, this.filter.funder));
  /** By form, under the filters; nothing where no sheet of the programme says its form. */
  forms = $derived.by(() =>
    this.programme.actions.some(({ form }) => form) ? formRows(this.sheets, this.filter.funder) : []
  );
  /** Communes whose correspondent has a function or a role that is known; nothing where no list says any. */
  roles = $derived.by(() =>
    this.#here(this.programme.correspondents)
      .filter(({ function: named, roles }) => named !== undefined || roles)
      .map(({ commune, function: named = null, roles = {} }): CommuneRoles => ({
        ...{ commune, name: this.cube.nameOf(commune) },
        ...{ function: named, roles }
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'fr'))
  );
  sheet = $derived.by(() => this.programme.actions.find(({ id }) => id === this.address.sheet) ?? null);
  matrix = $derived.by(() =>
    themeRows(
      this.programme,
      this.places.map(({ code }) => code),
      this.filter
    )
  );
  communes = $derived.by(() => this.places.map(({ code, name }) => this.#commune(code, name)));
  territory = $derived.by(() => this.#territory());
  teams = $derived.by(() => this.#here(this.programme.teams));
  partners = $derived.by(() => this.#here(this.programme.partners));
  limits = $derived.by(() => roundLimits(this.communes.map(({ sheets }) => sheets.value)));
  /** Total cost, of the theme chosen or of all, per child followed on it. */
  perChild = $derived.by(() => {
    const { theme } = this.filter;
    const sheets = sheetsUnder(this.programme, { ...NO_FILTER, theme });
    return costPerChild(this.#listed('actions', totalOf(sheets)), this.children(theme));
  });

  /** Sessions held and planned by sheet; empty where no session is known. */
  sessions: Readonly<Record<string, SessionFigures>> = $derived.by(() =>
    Object.fromEntries(
      this.#sessions()
        ?.figures.by('sheet')
        .map((one) => [one.key, one]) ?? []
    )
  );
  knowsSessions: boolean = $derived.by(() => Object.keys(this.sessions).length > 0);

  constructor(
    programme: Programme,
    cube: () => CoverageCube,
    sessions: () => SessionsRead | null = () => null
  ) {
    this.#sessions = sessions;
    this.programme = programme;
    this.#cube = cube;
    this.address = programmeAddress.usual(this.#known);
  }

  get cube(): CoverageCube {
    return this.#cube();
  }

  /** Communes of intervention, in alphabetical order. */
  get places(): { code: string; name: string }[] {
    return this.cube.dashboard.communes
      .filter(({ intervention }) => intervention)
      .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  }

  /** The territory itself, where it is one commune: nothing is told commune by commune. */
  get onlyCommune(): string | null {
    const [one, ...others] = this.places;
    return one && others.length === 0 ? one.code : null;
  }

  get empty(): boolean {
    return isEmptyProgramme(this.programme);
  }

  /** null for zero: a commune without sheets is not in the lowest class. */
  classOf({ sheets }: CommuneProgramme): number | null {
    return sheets.value === 0 ? null : classOf(sheets.value, this.limits);
  }

  /** Children followed in the programme's year, as published; by theme only where such counts are published. */
  children(theme: Theme | null): Count {
    return this.cube.children({
      year: this.programme.year,
      level: 'ALL',
      theme: theme ?? 'ALL',
      place: null
    });
  }

  /** The filtered sheets of a commune, its own apart from those that it shares. */
  own(commune: string): { sheets: number; total: KnownSum; shared: number; sharedTotal: KnownSum } {
    const { funder } = this.filter;
    const own = this.sheets.filter(({ communes }) => communes.length === 1);
    const shared = this.sheets.filter(({ communes }) => communes.length !== 1);
    return {
      sheets: own.length,
      total: ownEuros(this.sheets, commune, funder),
      shared: shared.length,
      sharedTotal: totalOf(shared, funder)
    };
  }

  change(part: Partial<ProgrammeAddress>): void {
    this.address = { ...this.address, ...part };
  }

  choose(ref: PlaceRef | null): void {
    const team = this.programme.teams.find(({ id }) => ref?.kind === 'school' && id === ref.code);
    const code = ref?.kind === 'commune' ? ref.code : (team?.commune ?? null);
    this.change({ commune: code === this.address.commune ? null : code });
  }

  clear(): void {
    this.change({
      ...programmeAddress.usual(this.#known),
      sort: this.address.sort
    });
  }

  read(params: URLSearchParams): void {
    this.missing = unknownYears(params, ['annee'], [this.programme.year]);
    this.address = programmeAddress.update(this.address, params, this.#known);
  }

  write(): URLSearchParams {
    return programmeAddress.write(this.address, this.#known);
  }

  get #known(): KnownProgramme {
    return {
      communes: this.places.map(({ code }) => code),
      sheets: this.programme.actions.map(({ id }) => id)
    };
  }

  /** A sum of flows, a least value where the funding of a sheet is not known. */
  flowWords = (value: number, write: (value: number) => string): string =>
    sumWords({ value, unknown: this.unknownFunding }, write);

  euros = (sheet: Programme['actions'][number]): number | null => eurosOf(sheet, this.filter.funder);

  #here<Row extends { commune: string }>(rows: readonly Row[]): readonly Row[] {
    const { commune } = this.filter;
    return commune === null ? rows : rows.filter((row) => row.commune === commune);
  }

  /** A sum over a list; unknown where no row of it was given. */
  #listed(list: 'teams' | 'partners' | 'actions', sum: KnownSum): KnownSum {
    return this.programme[list].length === 0 ? UNKNOWN : sum;
  }

  /** Sheets of a commune and the cost of its own ones: an action whose communes are not told may be of this one. */
  #sheetsOf(code: string, under: Omit<ProgrammeFilter, 'commune'>): Pick<CommuneProgramme, 'sheets' | 'own'> {
    const all = sheetsUnder(this.programme, { ...under, commune: null });
    const unplaced = all.filter(({ communes }) => communes.length === 0).length;
    const own = ownEuros(all, code, under.funder);
    const count = all.filter(({ communes }) => communes.includes(code)).length;
    return {
      sheets: this.#listed('actions', { value: count, unknown: unplaced }),
      own: this.#listed('actions', { ...own, unknown: own.unknown + unplaced })
    };
  }

  /** Teams, their meetings, partners. */
  #counts(teams: Programme['teams'], partners: Programme['partners']) {
    return {
      teams: this.#listed('teams', { value: teams.length, unknown: 0 }),
      meetings: this.#listed('teams', knownSum(teams.map(({ meetings }) => meetings))),
      partners: this.#listed('partners', knownSum(partners.map(({ count }) => count)))
    };
  }

  #territory(): TerritoryProgramme {
    const { programme, communes, filter } = this;
    const sheets = sheetsUnder(programme, { ...filter, commune: null });
    return {
      ...this.#counts(programme.teams, programme.partners),
      sheets: this.#listed('actions', { value: sheets.length, unknown: 0 }),
      shared: sheets.filter((sheet) => sheet.communes.length !== 1).length,
      own: {
        value: communes.reduce((sum, { own }) => sum + own.value, 0),
        unknown: communes.reduce((sum, { own }) => sum + own.unknown, 0)
      }
    };
  }

  #commune(code: string, name: string): CommuneProgramme {
    const { programme, filter } = this;
    const there = <Row extends { commune: string }>(rows: readonly Row[]) =>
      rows.filter(({ commune }) => commune === code);
    return {
      ref: { kind: 'commune', code },
      name,
      ...this.#counts(there(programme.teams), there(programme.partners)),
      correspondent: there(programme.correspondents)[0]?.filled ?? null,
      ...this.#sheetsOf(code, filter)
    };
  }
}

export const [programmeState, provideProgrammeState] = createContext<ProgrammeState>();
