// Figures told outside cubes as releases of their own, one a year: so they join the equations of every other release.
import { UNKNOWN } from '../../../model/pathway.ts';
import { type ChildVariable, type ReleasedFigure } from '../../../model/report/exit-figure.ts';
import {
  BEFORE,
  CAME,
  ENDED,
  ENTRY_AXIS,
  EXIT_AXIS,
  GONE,
  OPEN,
  partly,
  REASON_AXIS,
  STAY_AXIS,
  STAYS,
  YES
} from '../../../model/report/survey-axes.ts';
import { previousYear, type SchoolYear } from '../../../model/school-year.ts';
import { yearsOf } from '../joined-releases.ts';
import { ROOT, type CubeCell, type Dimension, type PublishedCube, type Tree } from '../published-cube.ts';
import { NodesOf, unknownNode } from './figure-nodes.ts';
import type { Assumptions } from './readings.ts';

/** What the figures of this tag let a reader know. */
export interface TaggedFigure {
  tag: string;
  released: readonly ReleasedFigure[];
}

/** The count of a year that is told of another year too. */
export interface YearLink {
  years: readonly [before: SchoolYear, after: SchoolYear];
  /** Its key in the figures' release of each. */
  keys: readonly [before: readonly string[], after: readonly string[]];
}

const YEAR = 'year';
const flat = (names: readonly string[]): Tree => Object.fromEntries(names.map((name) => [name, {}]));

/** The figures that may be told, and the releases beside which they are: each year's axes, and the years that follow one another. */
export class FiguresOfYears {
  readonly #releases: readonly PublishedCube[];
  readonly #variables: readonly ChildVariable[];
  readonly #figures: readonly TaggedFigure[];
  readonly #k: number;
  /** Axes that the figures of a year name. */
  readonly #named = new Map<SchoolYear, Set<string>>();
  /** Years whose figures tell who was followed before, and of which the year before is told of. */
  readonly #following: ReadonlySet<SchoolYear>;

  constructor(
    releases: readonly PublishedCube[],
    variables: readonly ChildVariable[],
    figures: readonly TaggedFigure[],
    k: number
  ) {
    this.#releases = releases;
    this.#variables = variables;
    this.#figures = figures;
    this.#k = k;
    for (const { counts } of figures.flatMap(({ released }) => released)) {
      const axes = this.#named.get(counts.year) ?? new Set<string>();
      this.#named.set(counts.year, axes);
      for (const axis of Object.keys(counts.within)) axes.add(axis);
    }
    const told = new Set<string>([...this.#named.keys(), ...releases.flatMap((cube) => yearsOf(cube) ?? [])]);
    this.#following = new Set(
      [...this.#named.keys()].filter((year) => this.#names(year, ENTRY_AXIS) && told.has(previousYear(year)))
    );
  }

  /** What figures of these years give occasion to take for granted; of all years unless told. */
  occasions(years: ReadonlySet<SchoolYear> = new Set(this.#named.keys())): Assumptions {
    const own = [...years];
    const following = own.filter((year) => this.#following.has(year));
    return {
      sameChildren: following.length > 0,
      endedLeave: following.some((year) => this.#names(previousYear(year), EXIT_AXIS)),
      reasonsOfEntry: own.some((year) => this.#names(year, ENTRY_AXIS) && this.#reasons(year).length > 0)
    };
  }

  /**
   * A release a year. Its dimensions are those of the latest release that holds the year, so that « the whole » is the same in both, and the
   * variables that its figures name.
   *
   * @throws UnusableInput on a dimension or node that no release and no variable knows
   */
  under(reading: Assumptions): { cubes: PublishedCube[]; links: YearLink[] } {
    const following = reading.sameChildren ? [...this.#following] : [];
    const years = new Set<SchoolYear>([...this.#named.keys(), ...following.map(previousYear)]);
    const made = new Map(
      [...years].sort().map((year) => [
        year,
        this.#ofYear(year, reading, {
          follows: following.includes(year),
          isFollowed: following.some((one) => previousYear(one) === year)
        })
      ])
    );
    const links = following.map((year): YearLink => {
      const before = previousYear(year);
      return {
        years: [before, year],
        keys: [made.get(before)!.staying!, made.get(year)!.stayed!]
      };
    });
    return { cubes: [...made.values()].map(({ cube }) => cube), links };
  }

  #ofYear(
    year: SchoolYear,
    reading: Assumptions,
    { follows, isFollowed }: { follows: boolean; isFollowed: boolean }
  ) {
    const told = this.#figures.flatMap(({ tag, released }) =>
      released.flatMap(({ counts, least, most }) =>
        counts.year === year ? [{ counts, interval: { tag, least, most } }] : []
      )
    );
    const beside = this.#releases.findLast((cube) => yearsOf(cube)?.includes(year) ?? true);
    const known = (beside?.dimensions ?? []).filter(({ name }) => name !== YEAR);
    const own = this.#variablesOf(year).filter(
      ({ name }) => this.#names(year, name) && known.every((one) => one.name !== name)
    );
    const leaves = isFollowed && reading.endedLeave && own.some(({ name }) => name === EXIT_AXIS);
    const dimensions = [
      ...known,
      ...own.map((variable): Dimension => {
        if (variable.name === ENTRY_AXIS && follows) return entryAxis(variable);
        if (variable.name === EXIT_AXIS && leaves) return exitAxis(variable);
        return { name: variable.name, trees: [{ [ROOT]: partsOf(variable) }] };
      }),
      ...(isFollowed && !leaves ? [{ name: STAY_AXIS, trees: [{ [ROOT]: flat([STAYS, GONE]) }] }] : [])
    ].map((dimension) => new NodesOf(dimension));
    for (const name of this.#named.get(year) ?? [])
      if (dimensions.every((one) => one.name !== name)) throw unknownNode(name, name, year);
    const keyAt = (axis: string) => [year, ...dimensions.map((one) => (one.name === axis ? STAYS : ROOT))];
    const staying = isFollowed ? keyAt(leaves ? EXIT_AXIS : STAY_AXIS) : null;
    const stayed = follows ? keyAt(ENTRY_AXIS) : null;
    const cells = new Map<string, CubeCell>();
    for (const key of [staying, stayed]) if (key) cells.set(key.join('\n'), { key });
    for (const { counts, interval } of told) {
      const key = [year, ...dimensions.map((one) => one.nodeOf(counts))];
      const cell = cells.get(key.join('\n')) ?? { key };
      cells.set(key.join('\n'), { key, known: [...(cell.known ?? []), interval] });
    }
    const impossible =
      reading.reasonsOfEntry && this.#names(year, ENTRY_AXIS)
        ? this.#reasons(year).map((axis) => ({ [YEAR]: year, [ENTRY_AXIS]: BEFORE, [axis]: YES }))
        : [];
    const cube: PublishedCube = {
      k: this.#k,
      years: [year],
      dimensions: [
        { name: YEAR, trees: [{ [ROOT]: flat([year]) }] },
        ...dimensions.map((one) => one.dimension)
      ],
      ...(impossible.length > 0 && { impossible }),
      cells: [...cells.values()]
    };
    return { cube, staying, stayed };
  }

  #names(year: SchoolYear, axis: string): boolean {
    return this.#named.get(year)?.has(axis) ?? false;
  }

  #reasons(year: SchoolYear): string[] {
    return [...(this.#named.get(year) ?? [])].filter((axis) => axis.startsWith(REASON_AXIS));
  }

  #variablesOf(year: SchoolYear): ChildVariable[] {
    return this.#variables.filter((one) => one.year === undefined || one.year === year);
  }
}

const partsOf = ({ parts, under = {} }: ChildVariable): Tree =>
  Object.fromEntries(parts.map((part) => [part, flat(under[part] ?? [])]));

/** Children of a year by entry, and by whether last year's total counts them: nobody knows of those whose entry is not told. */
function entryAxis(variable: ChildVariable): Dimension {
  const isUntold = variable.parts.includes(UNKNOWN);
  const untold = (how: string) => (isUntold ? [partly(UNKNOWN, how)] : []);
  const came = variable.parts.filter((part) => part !== BEFORE && part !== UNKNOWN);
  return {
    name: variable.name,
    trees: [
      { [ROOT]: partsOf({ ...variable, under: { [UNKNOWN]: [...untold(STAYS), ...untold(CAME)] } }) },
      { [ROOT]: { [STAYS]: flat([BEFORE, ...untold(STAYS)]), [CAME]: flat([...came, ...untold(CAME)]) } }
    ]
  };
}

/** Children of a year by the end of their path, and by whether the next year counts them: those whose path has ended are gone. */
function exitAxis(variable: ChildVariable): Dimension {
  const [stays, gone] = [partly(OPEN, STAYS), partly(OPEN, GONE)];
  const { [ENDED]: ended = {} } = partsOf(variable);
  return {
    name: variable.name,
    trees: [
      { [ROOT]: partsOf({ ...variable, under: { ...variable.under, [OPEN]: [stays, gone] } }) },
      { [ROOT]: { [STAYS]: { [stays]: {} }, [GONE]: { [gone]: {}, [ENDED]: ended } } }
    ]
  };
}
