// The exit gate: figures that are to be published, audited in the equations of every release and of every figure that left before.
import type { LinearSolver } from '../../../model/linear.ts';
import { smallestHittingSet } from '../../../algorithms/hitting-set.ts';
import type {
  ChildVariable,
  ExitFigure,
  ExitReport,
  ExitVerdict,
  ReleasedFigure,
  FigureForm,
  WorkedOut
} from '../../../model/report/exit-figure.ts';
import type { OpenCell } from '../attack/audit.ts';
import { blocksOfYears, joinReleases, type Apart, type ReleaseBlock } from '../joined-releases.ts';
import type { PublishedCube } from '../published-cube.ts';
import { PUBLIC_K } from '../rules.ts';
import { buildSystem } from '../table-system.ts';
import { FIGURES, figuresCubes, type TaggedFigure } from './figures-cube.ts';
import { ReaderOfFigures } from './reader-of-figures.ts';
import { otherWays, releasedBy } from './known-intervals.ts';

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
  const cubes = [
    ...request.cubes,
    ...figuresCubes(request.cubes, request.variables, [...former, ...writings], k)
  ];
  const files = cubes.map((_, i) => (i < request.cubes.length ? `cube ${i + 1}` : FIGURES));
  const verdicts = new Map<string, ExitVerdict>();
  let [isSmallest, audits] = [true, 0];
  for (const block of blocksOfYears(joinReleases(cubes, files, request.apart), files)) {
    const gate = new BlockGate(solver, block, k, former);
    const own = candidates.filter(({ asAsked }) => gate.knows(asAsked.tag));
    if (own.length === 0) continue;
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

/** The figures of releases that sums may link: one system for all the sets of them that are tried. */
class BlockGate {
  readonly #reader: ReaderOfFigures;
  readonly #tags: ReadonlySet<string>;
  /** Figures that left before; those that no longer agree with what is published tell nothing. */
  readonly #former: string[] = [];

  constructor(solver: LinearSolver, block: ReleaseBlock, k: number, former: readonly TaggedFigure[]) {
    const system = buildSystem(block.cubes, block.files);
    this.#tags = new Set(system.listed.flatMap((cell) => cell?.known?.map(({ tag }) => tag) ?? []));
    this.#reader = new ReaderOfFigures(solver, system, block, k);
    for (const { tag } of former)
      if (this.#tags.has(tag) && this.#reader.agrees([...this.#former, tag])) this.#former.push(tag);
    this.#reader.know(this.#former);
  }

  get audits(): number {
    return this.#reader.audits;
  }

  knows(tag: string): boolean {
    return this.#tags.has(tag);
  }

  verdictsOf(candidates: readonly Candidate[]): { verdicts: ExitVerdict[]; isSmallest: boolean } {
    const agree: Candidate[] = [];
    for (const one of candidates)
      if (this.#reader.agrees([...this.#former, ...tagsOf([...agree, one])])) agree.push(one);
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
      for (const cell of open.slice(0, round < MOST_ROUNDS ? open.length : 0)) {
        const tags = new Set(cell.explanations.flatMap(({ heard }) => heard));
        const used = last.filter(({ asAsked }) => tags.has(asAsked.tag));
        conflicts.push(used.length > 0 ? used : last.filter((one) => kept.includes(one)));
      }
      if (round < MOST_ROUNDS) continue;
      return { kept: this.#oneByOne(all), isSmallest: false };
    }
  }

  #oneByOne(all: readonly Candidate[]): Set<Candidate> {
    const kept: Candidate[] = [];
    for (const one of all) if (this.#isSafe(tagsOf([...kept, one]))) kept.push(one);
    return new Set(kept);
  }

  #isSafe(tags: readonly string[]): boolean {
    return this.#reader.agrees([...this.#former, ...tags]) && this.#open(tags, 0).length === 0;
  }

  /** What a reader of these figures finds and did not before. */
  #open(tags: readonly string[], explained = MOST_EXPLAINED): OpenCell[] {
    return this.#reader.open([...this.#former, ...tags], explained);
  }

  #workedOut(cell: OpenCell, candidates: readonly Candidate[]): WorkedOut {
    const { names, reason, whole, shown, lo, hi, explanations } = cell;
    const tags = new Set(explanations.flatMap(({ heard }) => heard));
    const named = (some: readonly string[]) => this.#reader.namesOf(some);
    const proof = explanations.find(({ sense }) => sense === 'max') ?? explanations[0];
    return {
      dimensions: this.#reader.dimensions,
      names: named(names),
      reason,
      whole: whole && named(whole),
      isShown: shown,
      lo,
      hi,
      proof: proof
        ? {
            sense: proof.sense,
            bound: proof.bound,
            terms: proof.terms.map((term) => ({ ...term, names: named(term.names) }))
          }
        : null,
      by: candidates.filter(({ asAsked }) => tags.has(asAsked.tag)).map(({ figure }) => figure.id)
    };
  }
}

const tagsOf = (some: readonly Candidate[]): string[] => some.map(({ asAsked }) => asAsked.tag);

/** The plainest first: a small count before what is left of a whole, narrow before wide, few terms before many. */
function ranked(open: readonly OpenCell[]): OpenCell[] {
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
