// How full the sheets of a page are, read in the drawing orders of the PDF that the browser prints: no program beside it is needed.
import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** Six numbers: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [number, number, number, number, number, number];
/** From the foot of the sheet, in points. */
interface Span {
  low: number;
  high: number;
}

const MM = 72 / 25.4;
const MARGIN = 10 * MM;
/** What is left between two lines, or two parts, is no room that is lost. */
const APART = 12 * MM;
const EVERYWHERE: Span = { low: -Infinity, high: Infinity };
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** @returns what is done by `first`, then by `then` */
const times = ([a, b, c, d, e, f]: Matrix, [k, l, m, n, o, p]: Matrix): Matrix => [
  a * k + b * m,
  a * l + b * n,
  c * k + d * m,
  c * l + d * n,
  e * k + f * m + o,
  e * l + f * n + p
];
const within = (one: Span, other: Span): Span => ({
  low: Math.max(one.low, other.low),
  high: Math.min(one.high, other.high)
});

/** Where a stream of drawing orders leaves ink. @param form the orders of a drawing that it takes in, by its name */
function inked(orders: string, start: Matrix, form: (name: string) => string | null): Span[] {
  const spans: Span[] = [];
  const kept: { at: Matrix; clip: Span; isWhite: boolean }[] = [];
  let now = { at: start, clip: EVERYWHERE, isWhite: false };
  let [heights, operands]: [number[], string[]] = [[], []];
  let [isClip, size, line, text]: [boolean, number, Matrix, Matrix] = [false, 0, IDENTITY, IDENTITY];
  const mark = (all: readonly number[]) => {
    const span = within({ low: Math.min(...all), high: Math.max(...all) }, now.clip);
    if (span.low <= span.high && !now.isWhite) spans.push(span);
  };
  const y = (x: number, up: number, at = now.at) => at[1] * x + at[3] * up + at[5];
  const points = (values: readonly number[]) => {
    for (let i = 0; i + 1 < values.length; i += 2) heights.push(y(values[i]!, values[i + 1]!));
  };
  const endPath = (isDrawn: boolean) => {
    if (isDrawn && heights.length > 0) mark(heights);
    if (isClip && heights.length > 0) {
      const clip = within(now.clip, { low: Math.min(...heights), high: Math.max(...heights) });
      now = { ...now, clip };
    }
    [heights, isClip] = [[], false];
  };
  for (const [word] of orders.matchAll(/<[^>]*>|\((?:\\.|[^\\)])*\)|[^\s<>()[\]]+/g)) {
    const numbers = operands.map(Number);
    if (word === 'q') kept.push(now);
    else if (word === 'Q') now = kept.pop() ?? now;
    else if (word === 'cm') now = { ...now, at: times(numbers as unknown as Matrix, now.at) };
    else if (word === 'rg') now = { ...now, isWhite: numbers.every((part) => part > 0.98) };
    else if (word === 're') {
      const [x, up, width, height] = numbers as [number, number, number, number];
      points([x, up, x + width, up + height]);
    } else if (/^[mlcvy]$/.test(word)) points(numbers);
    else if (/^W\*?$/.test(word)) isClip = true;
    else if (/^(n|[fFBbSs]\*?)$/.test(word)) endPath(word !== 'n');
    else if (word === 'Tf') size = numbers.at(-1)!;
    else if (word === 'Tm') text = line = numbers as unknown as Matrix;
    else if (word === 'Td') text = line = times([1, 0, 0, 1, numbers[0]!, numbers[1]!], line);
    else if (/^TJ?j?$/.test(word)) mark([0, 0.7 * size].map((up) => y(0, up, times(text, now.at))));
    else if (word === 'Do') {
      const drawing = form(operands[0]!.slice(1));
      if (drawing === null) mark([y(0, 0), y(1, 1)]);
      else for (const { low, high } of inked(drawing, now.at, form)) mark([low, high]);
    } else if (!/^[A-Za-z*]+$/.test(word)) {
      operands.push(word);
      continue;
    }
    operands = [];
  }
  return spans;
}

/** The share of a sheet that is written on or drawn on, its margins and the room between two lines apart. */
function shareOf(spans: readonly Span[], height: number): number {
  let [reached, blank] = [MARGIN, 0];
  const lose = (to: number) => {
    if (to - reached > APART) blank += to - reached;
  };
  for (const { low, high } of [...spans].sort((one, other) => one.low - other.low)) {
    lose(Math.min(low, height - MARGIN));
    reached = Math.max(reached, high);
  }
  lose(height - MARGIN);
  return 1 - blank / (height - 2 * MARGIN);
}

/** @returns of each sheet of a printed page, the share that is filled */
export async function paperFill(page: Page): Promise<number[]> {
  await page.emulateMedia({ media: null });
  return fillOf(await page.pdf({ preferCSSPageSize: true }));
}

/** @param pdf as Chromium writes it */
export function fillOf(pdf: Buffer): number[] {
  const source = pdf.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)endobj/g)].map(([, id, body]) => [id!, body!])
  );
  const ordersOf = (id: string): string => {
    const [head, data] = (objects.get(id) ?? '').split(/stream\r?\n/, 2);
    if (data === undefined || !head!.includes('/FlateDecode')) return data ?? '';
    return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
  };
  const formIn = (body: string) => (name: string) => {
    const id = new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1];
    return id && /\/Subtype \/Form/.test(objects.get(id) ?? '') ? ordersOf(id) : null;
  };
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b(?!s)/.test(body))
    .map((body) => {
      const [, height] = /\/MediaBox \[\S+ \S+ \S+ (\S+)\]/.exec(body) ?? [];
      const [, contents] = /\/Contents (\d+) 0 R/.exec(body) ?? [];
      return shareOf(inked(ordersOf(contents!), IDENTITY, formIn(body)), Number(height));
    });
}
