// Lines that meet end to end made one, by the ids of their points.

type Line = ArrayLike<number>;

const firstOf = (line: Line): number => line[0]!;
const lastOf = (line: Line): number => line[line.length - 1]!;

/** `line` behind `start`, whose end it touches by either of its own. */
function append(start: number[], line: Line): void {
  const forward = firstOf(line) === lastOf(start);
  for (let at = 1; at < line.length; at++) start.push(line[forward ? at : line.length - 1 - at]!);
}

function linesByEnd(lines: readonly Line[]): Map<number, number[]> {
  const ends = new Map<number, number[]>();
  lines.forEach((line, at) => {
    for (const end of [firstOf(line), lastOf(line)]) {
      const there = ends.get(end);
      if (there) there.push(at);
      else ends.set(end, [at]);
    }
  });
  return ends;
}

/** Grows `line` at its last point until `next` has no more; then turns it round. */
function grow(line: number[], next: (end: number) => Line | undefined): number[] {
  for (;;) {
    const more = firstOf(line) === lastOf(line) && line.length > 1 ? undefined : next(lastOf(line));
    if (!more) return line.reverse();
    append(line, more);
  }
}

function join(lines: readonly Line[], joins: (meeting: number) => boolean): number[][] {
  const sound = lines.filter(({ length }) => length > 1);
  const ends = linesByEnd(sound);
  const used = new Uint8Array(sound.length);
  const next = (end: number): Line | undefined => {
    const there = ends.get(end)!;
    const at = joins(there.length) ? there.find((one) => !used[one]) : undefined;
    if (at === undefined) return undefined;
    used[at] = 1;
    return sound[at];
  };
  return sound.flatMap((line, at) => {
    if (used[at]) return [];
    used[at] = 1;
    return [grow(grow(Array.from(line), next), next)];
  });
}

/** Lines joined where exactly two end at a point: a crossing of three stays one. Each stretch is kept once. */
export const joinLines = (lines: readonly Line[]): number[][] => join(lines, (meeting) => meeting === 2);

/** The closed rings that lines make, whichever way each goes; what does not close is left out. First point = last. */
export const joinRings = (lines: readonly Line[]): number[][] =>
  join(lines, () => true).filter((ring) => ring.length > 3 && firstOf(ring) === lastOf(ring));

/** Lines joined end to start, none turned round: a coast has the land on its left. */
export function joinForward(lines: readonly Line[]): number[][] {
  const sound = lines.filter(({ length }) => length > 1);
  const byStart = new Map(sound.map((line) => [firstOf(line), line]));
  const followed = new Set(sound.filter((line) => byStart.has(lastOf(line))).map(lastOf));
  const used = new Set<Line>();
  const from = (start: Line): number[] => {
    const whole = Array.from(start);
    used.add(start);
    for (;;) {
      const next = byStart.get(lastOf(whole));
      if (!next || used.has(next)) return whole;
      used.add(next);
      append(whole, next);
    }
  };
  // Those that nothing leads to first, then what is left: rings.
  const heads = sound.filter((line) => !followed.has(firstOf(line)));
  return [...heads, ...sound].flatMap((line) => (used.has(line) ? [] : [from(line)]));
}
