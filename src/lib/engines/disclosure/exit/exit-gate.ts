// The exit gate: figures that are to be published, audited in the equations of every release and of every figure that left before.
import { smallestHittingSet } from '../../../algorithms/hitting-set.ts';
import { UnusableInput } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import type {
  ChildVariable,
  ExitFigure,
  ExitReport,
  ExitVerdict,
  ReleasedFigure,
  FigureForm,
  WorkedOut
} from '../../../model/report/exit-figure.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import type { OpenCell } from '../attack/audit.ts';
import { blocksOfYears, joinReleases, type Apart, type ReleaseBlock } from '../joined-releases.ts';
import type { PublishedCube } from '../published-cube.ts';
import { PUBLIC_K } from '../rules.ts';
import { FIGURES } from './figure-nodes.ts';
import { FiguresOfYears, type TaggedFigure, type YearLink } from './figures-cube.ts';
import { otherWays, releasedBy } from './known-intervals.ts';
import { LinkedYears } from './linked-years.ts';
import { ReaderOfFigures, type Found } from './reader-of-figures.ts';
import { readingsOf, type Assumptions } from './readings.ts';

export interface ExitRequest {
  /** The release in use and all former ones, the latest last. */
  cubes: readonly PublishedCube[];
  /** Figures that left before. */
  former: readonly ReleasedFigure[];
  /** Those that are to leave, together; the ones that matter most first: they are withheld last. */
  figures: readonly ExitFigure[];
  /** Variables that figures name and no cube has. */
  variables: readonly ChildVariable[];
  /** That of the public unless told. */
  k?: number;
  apart?: readonly Apart[];
}

/** A figure written in one way. */
interface Writing extends TaggedFigure {
  form: FigureForm;
}

interface Candidate {
  figure: ExitFigure;
  asAsked: Writing;
  others: Writing[];
}

/**
 * Which figures may be published together, beside all that is. Each audit is the exact one of releases: a figure that passes lets no
 * reader pin a count of 1 to k - 1 down that was not open before.
 *
 * @throws UnusableInput on a figure that names what nothing knows, or releases that contradict one another
 */
export function exitGate(solver: LinearSolver, request: ExitRequest): ExitReport {
  const began = performance.now();
  const k = request.k ?? PUBLIC_K;
  const candidates = request.figures.map((figure, i) => candidateOf(figure, i, k));
  const former = request.former.map((one, i): TaggedFigure => ({ tag: `former ${i}`, released: [one] }));
  const writings = candidates.flatMap(({ asAsked, others }) => [asAsked, ...others]);
  const told = new FiguresOfYears(request.cubes, request.variables, [...former, ...writings], k);
  const verdicts = new Map<string, ExitVerdict>();
  let [isSmallest, audits] = [true, 0];
  for (const years of yearsTogether(laidSideBySide(request, told, told.occasions()))) {
    const own = candidates.filter(({ figure }) => years.has(figure.counts.year));
    if (own.length === 0) continue;
    const readers = readingsOf(told.occasions(years)).map((reading) => {
      const { blocks, links } = laidSideBySide(request, told, reading);
      const isOwn = ({ years: some }: { years: readonly SchoolYear[] }) =>
        some.some((year) => years.has(year));
      return new LinkedYears(solver, blocks.filter(isOwn), links.filter(isOwn));
    });
    const gate = new GateOfYears(solver, readers, k, former);
    const found = gate.verdictsOf(own);
    own.forEach(({ asAsked }, i) => verdicts.set(asAsked.tag, found.verdicts[i]!));
    isSmallest &&= found.isSmallest;
    audits += gate.audits;
  }
  return {
    k,
    verdicts: candidates.map(({ asAsked }) => verdicts.get(asAsked.tag)!),
    isSmallest,
    audits,
    seconds: (performance.now() - began) / 1000
  };
}

/** Releases that sums may link, and the years whose figures are among them. */
interface Block extends ReleaseBlock {
  years: readonly SchoolYear[];
}

interface SideBySide {
  blocks: readonly Block[];
  links: readonly YearLink[];
}

/** All releases and figures, as a reader lays them side by side. */
function laidSideBySide(
  { cubes, apart }: ExitRequest,
  told: FiguresOfYears,
  reading: Assumptions
): SideBySide {
  const figures = told.under(reading);
  const files = [...cubes.map((_, i) => `cube ${i + 1}`), ...figures.cubes.map(() => FIGURES)];
  const blocks = blocksOfYears(joinReleases([...cubes, ...figures.cubes], files, apart), files);
  return {
    blocks: blocks.map((block) => ({
      ...block,
      years: block.cubes.flatMap(({ years = [] }, i) =>
        block.files[i] === FIGURES ? (years as SchoolYear[]) : []
      )
    })),
    links: figures.links
  };
}

/** Years whose figures have to be audited together. */
function yearsTogether({ blocks, links }: SideBySide): Set<SchoolYear>[] {
  const sets = blocks.map(({ years }) => new Set(years));
  for (const { years } of links) {
    const [one, other] = years.map((year) => sets.findIndex((set) => set.has(year))) as [number, number];
    if (one === other) continue;
    sets[one] = new Set([...sets[one]!, ...sets[other]!]);
    sets.splice(other, 1);
  }
  return sets;
}

function candidateOf(figure: ExitFigure, i: number, k: number): Candidate {
  const writing = (form: FigureForm, way: number): Writing => ({
    tag: `${i} ${way}`,
    form,
    released: releasedBy({ ...figure, form })
  });
  return {
    figure,
    asAsked: writing(figure.form, 0),
    others: otherWays(figure, k).map((form, way) => writing(form, way + 1))
  };
}

/** Rounds of the search of a smallest set; each adds figures that cannot leave together. */
const MOST_ROUNDS = 60;
/** Open counts of an audit of which the sums are looked for. */
const MOST_EXPLAINED = 8;

/** The figures of releases that sums may link: one system a reading for all the sets of them that are tried. */
class GateOfYears {
  /** The first takes nothing for granted; what another takes may be contradicted. */
  readonly #readers: readonly [ReaderOfFigures, ...ReaderOfFigures[]];
  /** Figures that left before; those that no longer agree with what is published tell nothing. */
  readonly #former: string[] = [];

  /** @throws UnusableInput when no table agrees with the releases */
  constructor(
    solver: LinearSolver,
    readings: readonly LinkedYears[],
    k: number,
    former: readonly TaggedFigure[]
  ) {
    const [sure, ...others] = readings as [LinkedYears, ...LinkedYears[]];
    const first = new ReaderOfFigures(solver, sure, k);
    const tags = new Set(sure.counts.listed.flatMap((cell) => cell?.known?.map(({ tag }) => tag) ?? []));
    for (const { tag } of former)
      if (tags.has(tag) && first.agrees([...this.#former, tag])) this.#former.push(tag);
    first.know(this.#former);
    this.#readers = [
      first,
      ...others.flatMap((years) => {
        const reader = readerOf(solver, years, k);
        if (!reader?.agrees(this.#former)) return [];
        reader.know(this.#former);
        return [reader];
      })
    ];
  }

  get audits(): number {
    return this.#readers.reduce((sum, { audits }) => sum + audits, 0);
  }

  verdictsOf(candidates: readonly Candidate[]): { verdicts: ExitVerdict[]; isSmallest: boolean } {
    const agree: Candidate[] = [];
    for (const one of candidates) if (this.#agrees(tagsOf([...agree, one]))) agree.push(one);
    const { kept, isSmallest } = this.#together(agree);
    const refused = new Map<Candidate, WorkedOut>();
    // A search that was cut short may withhold too much: each is tried again beside those that are kept.
    for (const one of agree.filter((each) => !kept.has(each))) {
      const [open] = ranked(this.#open(tagsOf([...kept, one])));
      if (open) refused.set(one, this.#workedOut(open, candidates));
      else kept.add(one);
    }
    const heard = tagsOf([...kept]);
    const verdicts = candidates.map((one): ExitVerdict => {
      const { id } = one.figure;
      if (kept.has(one)) return { id, status: 'passes', released: one.asAsked.released };
      const workedOut = refused.get(one);
      if (!workedOut) return { id, status: 'contradicts' };
      const instead = one.others.find(({ tag }) => this.#isSafe([...heard, tag]));
      if (instead) heard.push(instead.tag);
      const { form = null, released = [] } = instead ?? {};
      return { id, status: 'refused', workedOut, instead: form, released };
    });
    return { verdicts, isSmallest };
  }

  /** The most figures that may leave together: what is withheld meets every set that is found not to. */
  #together(all: readonly Candidate[]): { kept: Set<Candidate>; isSmallest: boolean } {
    const last = [...all].reverse();
    const conflicts: Candidate[][] = [];
    for (let round = 0; ; round++) {
      const { members, isSmallest } = smallestHittingSet(conflicts);
      const kept = all.filter((one) => !members.includes(one));
      const open = this.#open(tagsOf(kept));
      if (open.length === 0) return { kept: new Set(kept), isSmallest };
      for (const found of open.slice(0, round < MOST_ROUNDS ? open.length : 0)) {
        const used = usedBy(found, last);
        conflicts.push(used.length > 0 ? used : this.#conflictIn(last.filter((one) => kept.includes(one))));
      }
      if (round < MOST_ROUNDS) continue;
      return { kept: this.#oneByOne(all), isSmallest: false };
    }
  }

  /** Figures of which none can be left out without the others being safe: where no sum of published counts tells which they are. */
  #conflictIn(all: readonly Candidate[]): Candidate[] {
    let needed = [...all];
    for (const one of all) {
      const others = needed.filter((each) => each !== one);
      if (this.#open(tagsOf(others), 0).length > 0) needed = others;
    }
    return needed;
  }

  #oneByOne(all: readonly Candidate[]): Set<Candidate> {
    const kept: Candidate[] = [];
    for (const one of all) if (this.#isSafe(tagsOf([...kept, one]))) kept.push(one);
    return new Set(kept);
  }

  #isSafe(tags: readonly string[]): boolean {
    return this.#agrees(tags) && this.#open(tags, 0).length === 0;
  }

  #agrees(tags: readonly string[]): boolean {
    return this.#readers[0].agrees([...this.#former, ...tags]);
  }

  /** What some reader of these figures finds and did not before. */
  #open(tags: readonly string[], explained = MOST_EXPLAINED): FoundBy[] {
    const heard = [...this.#former, ...tags];
    return this.#readers.flatMap((reader, i) =>
      i > 0 && !reader.agrees(heard)
        ? []
        : reader.open(heard, explained).map((cell) => ({ ...cell, dimensions: reader.years.dimensions }))
    );
  }

  #workedOut(found: FoundBy, candidates: readonly Candidate[]): WorkedOut {
    const { dimensions, names, reason, whole, shown, lo, hi, former, explanations } = found;
    const proof = explanations.find(({ sense }) => sense === 'max') ?? explanations[0];
    return {
      dimensions,
      names,
      reason,
      whole,
      isShown: shown,
      lo,
      hi,
      former,
      proof: proof ? { sense: proof.sense, bound: proof.bound, terms: proof.terms } : null,
      by: usedBy(found, candidates).map(({ figure }) => figure.id)
    };
  }
}

/** A count that a reader finds, by the names of that reader's dimensions. */
interface FoundBy extends Found {
  dimensions: readonly string[];
}

/** null: the releases contradict what this reader takes for granted. */
function readerOf(solver: LinearSolver, years: LinkedYears, k: number): ReaderOfFigures | null {
  try {
    return new ReaderOfFigures(solver, years, k);
  } catch (cause) {
    if (cause instanceof UnusableInput) return null;
    throw cause;
  }
}

function usedBy({ explanations }: OpenCell, candidates: readonly Candidate[]): Candidate[] {
  const tags = new Set(explanations.flatMap(({ heard }) => heard));
  return candidates.filter(({ asAsked }) => tags.has(asAsked.tag));
}

const tagsOf = (some: readonly Candidate[]): string[] => some.map(({ asAsked }) => asAsked.tag);

/** The plainest first: a small count before what is left of a whole, narrow before wide, few terms before many. */
function ranked<Cell extends OpenCell>(open: readonly Cell[]): Cell[] {
  const width = ({ lo, hi }: OpenCell) => (hi ?? Infinity) - lo;
  const terms = ({ explanations }: OpenCell) => explanations[0]?.terms.length ?? Infinity;
  const isSmall = ({ reason }: OpenCell) => (reason === 'small' ? 0 : 1);
  return [...open].sort(
    (a, b) =>
      isSmall(a) - isSmall(b) ||
      Number(b.shown) - Number(a.shown) ||
      width(a) - width(b) ||
      terms(a) - terms(b)
  );
}
