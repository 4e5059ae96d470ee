// Answers as lines of the page: those that are read together stand on one line.
import type { ReportAnswer, ReportBlock, StateReport } from '$lib/model/report/state-report';
import { REPORT_BLOCKS } from '$lib/model/report/state-report';

/** Ids of lines whose answers stand side by side, in the order of their question; `.` at the end: all that begin so. */
const TOGETHER = {
  entries: ['children.new', 'children.before', 'children.entryUnknown'],
  exits: ['children.open', 'children.ended', 'children.exitUnknown'],
  sexes: ['children.girls', 'children.boys', 'children.sexUnknown'],
  ages: ['children.age.'],
  homes: ['children.inQpv', 'children.outsideQpv', 'children.qpvUnknown'],
  profiles: ['children.profile.'],
  agreements: ['children.agreed', 'children.notAgreed', 'children.agreementUnknown'],
  correspondents: ['partners.named', 'partners.vacant'],
  fte: ['staff.referents.fte', 'staff.coordination.fte', 'staff.other.fte'],
  posts: ['staff.referents.posts', 'staff.coordination.posts', 'staff.other.posts']
} as const;
export type TogetherKey = keyof typeof TOGETHER;

/** Answers that are parts of a line, each under its own name. */
const LISTS = {
  levels: 'children.level.',
  origins: 'children.orientedBy.',
  reasons: 'children.reason.',
  endReasons: 'paths.endReason.',
  categories: 'partners.category.',
  costLevels: 'money.byLevel.',
  costThemes: 'money.byTheme.',
  funders: 'money.byFunder.'
} as const;
export type ListKey = keyof typeof LISTS;

/** Parts under an answer that is their sum. */
const SUMS = ['schools.followed', 'schools.waiting', 'money.inKind'] as const;

export type ReportLine =
  | { kind: 'one'; key: string; answers: readonly [ReportAnswer] }
  | { kind: 'together'; key: TogetherKey; answers: readonly ReportAnswer[] }
  | { kind: 'list'; key: ListKey; answers: readonly ReportAnswer[] }
  /** The first is the sum of the others. */
  | { kind: 'sum'; key: string; answers: readonly ReportAnswer[] };

export interface ReportBlockLines {
  block: ReportBlock;
  /** Answers that are known, of `total`. */
  ready: number;
  total: number;
  lines: readonly ReportLine[];
}

const matches = (pattern: string, id: string): boolean =>
  pattern.endsWith('.') ? id.startsWith(pattern) : id === pattern;

function lineKey(id: string): Omit<ReportLine, 'answers'> {
  for (const [key, patterns] of Object.entries(TOGETHER) as [TogetherKey, readonly string[]][])
    if (patterns.some((pattern) => matches(pattern, id))) return { kind: 'together', key };
  for (const [key, prefix] of Object.entries(LISTS) as [ListKey, string][])
    if (id.startsWith(prefix)) return { kind: 'list', key };
  const sum = SUMS.find((one) => id === one || id.startsWith(`${one}.`));
  return sum ? { kind: 'sum', key: sum } : { kind: 'one', key: id };
}

/** The lines of some answers, in their order. */
function linesOf(answers: readonly ReportAnswer[]): ReportLine[] {
  const lines = new Map<string, ReportLine & { answers: ReportAnswer[] }>();
  for (const answer of answers) {
    const { kind, key } = lineKey(answer.id);
    const line = lines.get(key);
    if (line) line.answers.push(answer);
    else
      lines.set(key, { kind, key, answers: [answer] } as unknown as ReportLine & { answers: ReportAnswer[] });
  }
  return [...lines.values()];
}

export const isReady = ({ value }: Pick<ReportAnswer, 'value'>): boolean => value !== null;
export const isTyped = ({ source }: Pick<ReportAnswer, 'source'>): boolean => source?.list === 'typed';

/** Blocks in the order of the survey; those without a question are left out. */
export const reportBlocks = ({ answers }: Pick<StateReport, 'answers'>): ReportBlockLines[] =>
  REPORT_BLOCKS.flatMap((block) => {
    const own = answers.filter((answer) => answer.block === block);
    return own.length === 0
      ? []
      : [{ block, ready: own.filter(isReady).length, total: own.length, lines: linesOf(own) }];
  });

/** Answers side by side that are counts of one whole, as shares of it; null where one is unknown, or they are none. */
export function sharesOf({ kind, answers }: Pick<ReportLine, 'kind' | 'answers'>): number[] | null {
  if (kind !== 'together' || answers.length < 2 || answers.some(({ unit }) => unit !== 'children'))
    return null;
  const values = answers.map(({ value }) => (typeof value === 'number' ? value : Number.NaN));
  const sum = values.reduce((all, value) => all + value, 0);
  return sum > 0 ? values.map((value) => value / sum) : null;
}

/** Questions of words that a list answers one word at a time: without one, words are typed. */
const OF_WORDS = ['children.reason', 'paths.endReason', 'partners.category'];
export const isInWords = ({ id, unit }: Pick<ReportAnswer, 'id' | 'unit'>): boolean =>
  unit === 'text' || OF_WORDS.includes(id);
