// Which sums of presences may leave the service. A sum counts participations: twelve may be three children four times, so that it is no count of
// children. It leaves with a session of the threshold in it; so must whatever readers make by adding and subtracting the sums that leave.
import type { ListedSession } from '../../model/actions/action-sheets.ts';

type Present = Pick<ListedSession, 'id' | 'present'>;

/** Arithmetic of whole numbers is exact modulo a prime larger than any determinant that these few sums have in practice. */
const PRIME = 2_147_483_629n;

const modulo = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;

function inverse(value: bigint): bigint {
  let [result, base, power] = [1n, value, PRIME - 2n];
  for (; power > 0n; power >>= 1n, base = modulo(base * base)) if (power & 1n) result = modulo(result * base);
  return result;
}

/** Sums that leave, each reduced to one session that no other has. */
class Echelon {
  readonly #rows: { pivot: number; values: bigint[] }[] = [];

  /** Those before give it, added and subtracted. */
  gives = (values: readonly bigint[]): boolean => this.#left(values).every((value) => value === 0n);

  /** @returns whether it tells something more than those before; it is then kept */
  add(values: readonly bigint[]): boolean {
    const left = this.#left(values);
    const pivot = left.findIndex((value) => value !== 0n);
    if (pivot < 0) return false;
    const scale = inverse(left[pivot]!);
    this.#rows.push({ pivot, values: left.map((value) => modulo(value * scale)) });
    return true;
  }

  #left(values: readonly bigint[]): bigint[] {
    let left = [...values];
    for (const { pivot, values: row } of this.#rows) {
      const factor = left[pivot]!;
      if (factor !== 0n) left = left.map((value, at) => modulo(value - factor * row[at]!));
    }
    return left;
  }
}

/**
 * The sums of presences that may leave together: whatever adding and subtracting them gives holds a session with `threshold` present at least, or
 * nothing. Of sums that cannot leave together, those asked first do.
 *
 * Linear algebra: the sums that leave, read on the sessions of the threshold alone, are as independent as on all sessions; so no combination is of small
 * sessions only.
 *
 * @param sums the sessions that each adds up, all that leave: sheets, months, communes, the year
 * @param threshold children present in one session
 * @returns one a sum, in their order
 */
export function leavingPresences(sums: readonly (readonly Present[])[], threshold: number): boolean[] {
  const all = new Map(sums.flat().map((session) => [session.id, session]));
  const isLarge = ({ present }: Present) => present !== null && present >= threshold;
  const large = [...all.values()].filter(isLarge).map(({ id }) => id);
  const ids = [...all.keys()];
  const vectorOf = (of: readonly string[], sum: readonly Present[]): bigint[] => {
    const own = new Set(sum.map(({ id }) => id));
    return of.map((id) => (own.has(id) ? 1n : 0n));
  };
  const [largeOnly, whole] = [new Echelon(), new Echelon()];
  return sums.map((sum) => {
    if (!sum.some(isLarge)) return false;
    // One that those before already give tells nothing more.
    if (whole.gives(vectorOf(ids, sum))) return true;
    if (!largeOnly.add(vectorOf(large, sum))) return false;
    whole.add(vectorOf(ids, sum));
    return true;
  });
}
