// Each kind of work, done by two people: what one did alone is taken, what both did otherwise is one question in words of the service.
import { expect, it } from 'vitest';
import {
  byQuestion,
  answerValue,
  valuesWords
} from '../../../../src/lib/features/territory/several/proposal-words.ts';
import {
  applyMerge,
  nextHistory,
  planMerge,
  type MergeFile
} from '../../../../src/lib/engines/merge/index.ts';
import { carriedOf, leaveCarried, takeCarried } from '../../../../src/lib/storage/carried.ts';
import { keepDecision, NO_DECISION, type KeptDecision } from '../../../../src/lib/storage/kept-decision.ts';
import { keepReports, NO_REPORTS, type ReportBook } from '../../../../src/lib/storage/kept-reports.ts';
import { keepSessions, NO_SESSIONS, type KeptSessions } from '../../../../src/lib/storage/kept-sessions.ts';
import { choiceCount } from '../../../../src/lib/model/documents/save-history.ts';
import { mergeParts } from '../../../../src/lib/storage/maillage/index.ts';
import { refuseUnread } from '../../../../src/lib/storage/maillage/whole-parts.ts';

const SIREN = '200093201';
const FACTS = { by: null, at: '2026-12-01 pm', territory: 'T' } as const;
const YEAR = '2026-2027';
const PLACES = { communes: [], schools: [] };

interface Work {
  decision?: Partial<KeptDecision>;
  reports?: Partial<ReportBook>;
  sessions?: Partial<KeptSessions>;
  config?: object;
  lists?: Readonly<Record<string, string>>;
}

/** The file that a person saves, its texts written by those who write them in a tab. */
function saved({ decision, reports, sessions, config, lists = {} }: Work, from: MergeFile | null): MergeFile {
  const putBack = leaveCarried(SIREN, {});
  takeCarried({});
  keepDecision(SIREN, { ...NO_DECISION, ...decision });
  keepReports(SIREN, { ...NO_REPORTS, ...reports });
  keepSessions(SIREN, { ...NO_SESSIONS, ...sessions });
  const kept = carriedOf(SIREN, 'internal');
  putBack();
  const sources = Object.entries(lists).map(([name, sha256]) => ({ name, bytes: 1, sha256 }));
  const all = { siren: SIREN, profile: 'internal', staff: Object.keys(lists), ...config };
  const parts = mergeParts({ config: all, files: new Map(), sources, kept, created: '', saved: '' }, SIREN);
  const file = { ...parts, history: from?.history ?? null };
  return { ...file, history: nextHistory(file, FACTS) };
}

const split = (one: string, other = 'R1') => ({
  split: {
    plan: { referents: { '0590001A': one, '0590002B': other }, coordinators: {} },
    settings: {},
    name: 'Moins de route'
  }
});
const calendar = (one: string, other = '2026-12-10', locked = false) => {
  const plan = [one, other].map((date, at) => ({ team: 'E1', number: at + 1, date, half: 'am' as const }));
  const year = {
    year: YEAR,
    preset: 'balanced' as const,
    plan,
    locked: locked ? plan : [],
    absences: [],
    cancelled: []
  };
  return { calendar: { settings: {}, plan: year, saved: false, adopted: true } };
};
const record = (number: number, seen: number) => ({
  ...{ team: 'E1', number, date: '2026-10-06', held: true, seen, came: null },
  decisions: { continue: seen, reorient: 0, end: 0 }
});
const edit = (was: object, now: object) => ({ was, now }) as never;
const moved = (date: string, begin: number) => edit({ date: '2026-12-09', begin: 840 }, { date, begin });
it('the day of one and the hours of the other are one question: no session is at a time that nobody chose', () => {
  const typed = (date: string, begin: number) => ({ sessions: { S1: moved(date, begin) } });
  const common = saved({ sessions: typed('2026-12-08', 840) }, null);
  const [mine, theirs] = [typed('2026-12-08', 660), typed('2026-12-09', 840)].map((sessions) =>
    saved({ sessions }, common)
  ) as [MergeFile, MergeFile];
  const { proposals } = planMerge(mine, theirs);
  expect(proposals.length).toBeGreaterThan(choiceCount(proposals));
  expect(byQuestion(proposals, PLACES as never, []).map(({ question }) => question)).toEqual([
    'Quand se tient la séance S1\u202f?'
  ]);
  const decided = Object.fromEntries(proposals.map(({ id }) => [id, 'b' as const]));
  const { actions = '' } = applyMerge(planMerge(mine, theirs), decided, FACTS).kept;
  expect(JSON.parse(actions).sessions.S1.now).toEqual({ date: '2026-12-09', begin: 840 });
});

const correction = (mark: string, value: string) => ({
  file: 'ecoles.csv',
  row: 2,
  mark,
  column: 'uai',
  found: 'x',
  value
});
const absence = (post: string, to: string) => ({ absence: { post, from: '2026-12-01', to } });

interface Kind {
  base?: Work;
  a: Work;
  b: Work;
  /** What the second person does to the same. */
  other: Work;
  /** The question, then the two answers. */
  asks: readonly [string, string, string];
}

const KINDS: Readonly<Record<string, Kind>> = {
  répartition: {
    ...{ base: { decision: split('R1') }, a: { decision: split('R2') }, b: { decision: split('R1', 'R3') } },
    ...{ other: { decision: split('R3') }, asks: ['Qui suit 0590001A ?', 'Référent 2', 'Référent 3'] }
  },
  calendrier: {
    base: { decision: calendar('2026-12-01', '2026-12-10', true) },
    a: { decision: calendar('2026-12-02', '2026-12-10', true) },
    b: { decision: calendar('2026-12-01', '2026-12-11', true) },
    other: { decision: calendar('2026-12-03', '2026-12-10', true) },
    asks: [
      'Quand se tient la réunion 1 de l’équipe E1 ?',
      'mercredi 2 décembre 2026, matin',
      'jeudi 3 décembre 2026, matin'
    ]
  },
  'comptes rendus': {
    a: { reports: { meetings: { [YEAR]: [record(1, 5)] } } },
    b: { reports: { meetings: { [YEAR]: [record(2, 4)] } } },
    other: { reports: { meetings: { [YEAR]: [record(1, 6)] } } },
    asks: [
      'Quel compte rendu de la réunion 1 de l’équipe E1, 2026-2027 ?',
      'situations vues 5',
      'situations vues 6'
    ]
  },
  'séances déplacées': {
    a: { sessions: { sessions: { S1: moved('2026-12-10', 600) } } },
    b: { sessions: { sessions: { S2: moved('2026-12-11', 600) } } },
    other: { sessions: { sessions: { S1: moved('2026-12-11', 540) } } },
    asks: ['Quand se tient la séance S1 ?', 'jeudi 10 décembre 2026', 'vendredi 11 décembre 2026']
  },
  'séance retirée par l’un, changée par l’autre': {
    a: { sessions: { removed: { S1: true } } },
    b: { sessions: { sessions: { S2: moved('2026-12-11', 600) } } },
    other: { sessions: { sessions: { S1: moved('2026-12-11', 600) } } },
    asks: ['Séance S1 : que garder ?', 'Retirée', 'Modifiée']
  },
  'réponses du bilan': {
    a: { reports: { typed: { [YEAR]: { one: 40 } } } },
    b: { reports: { typed: { [YEAR]: { two: 'texte' } } } },
    other: { reports: { typed: { [YEAR]: { one: 50 } } } },
    asks: ['Quelle réponse au bilan 2026-2027, « one » ?', '40', '50']
  },
  postes: {
    a: { decision: { means: { posts: 1.5 } } },
    b: { decision: { cost: 52_000 } },
    other: { decision: { means: { posts: 2 } } },
    asks: ['Combien de postes demander ?', '1,5 poste', '2 postes']
  },
  coûts: {
    a: { decision: { cost: 52_000 } },
    b: { decision: { means: { posts: 1 } } },
    other: { decision: { cost: 48_500 } },
    asks: ['Que coûte un poste, par an ?', '52 000 €', '48 500 €']
  },
  absences: {
    a: { decision: absence('R1', '2026-12-05') },
    b: { decision: { cost: 48_500 } },
    other: { decision: absence('R2', '2026-12-08') },
    asks: ['Quelle absence est déclarée ?', 'Référent 1, du', 'Référent 2, du']
  },
  corrections: {
    a: { config: { corrections: [correction('m1', 'un')] } },
    b: { config: { corrections: [correction('m2', 'deux')] } },
    other: { config: { corrections: [correction('m1', 'trois')] } },
    asks: ['Quelle valeur corrigée dans ecoles.csv, colonne uai ?', 'un', 'trois']
  },
  colonnes: {
    a: {
      config: {
        matches: {
          staff: { columns: { post: ['Poste'] }, ignored: [], values: { status: { oui: 'followed' } } }
        }
      }
    },
    b: { config: { matches: { staff: { columns: { town: ['Ville'] }, ignored: [], values: {} } } } },
    other: {
      config: { matches: { staff: { columns: {}, ignored: [], values: { status: { oui: 'waiting' } } } } }
    },
    asks: ['valeur', 'followed', 'waiting']
  },
  'listes de l’an prochain': {
    ...{ base: { lists: { 'postes.csv': 'h0' } }, a: { lists: { 'postes.csv': 'h1' } } },
    ...{
      b: { lists: { 'postes.csv': 'h0', 'reperes-2027.csv': 'h5' } },
      other: { lists: { 'postes.csv': 'h2' } }
    },
    asks: ['Quel fichier postes.csv ?', '', '']
  }
};

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it.each(Object.keys(KINDS))('%s: each alone is taken, both are asked once, in words', (name) => {
  const { base = {}, a, b, other, asks } = KINDS[name]!;
  const common = saved(base, null);
  const [mine, apart, theirs] = [a, b, other].map((work) => saved(work, common)) as [
    MergeFile,
    MergeFile,
    MergeFile
  ];
  const alone = planMerge(mine, common);
  expect([alone.proposals, alone.taken.b, alone.taken.a > 0]).toEqual([[], 0, true]);
  const both = planMerge(mine, apart);
  expect(both.proposals).toEqual([]);
  expect(Math.min(both.taken.a, both.taken.b)).toBeGreaterThan(0);
  expect(() => refuseUnread(applyMerge(both, {}, FACTS).kept, SIREN, '')).not.toThrow();
  const { proposals } = planMerge(mine, theirs);
  const questions = byQuestion(proposals, PLACES as never, []);
  expect(questions).toHaveLength(1);
  // What the warning and Aujourd’hui count is what the page of the union asks.
  expect(choiceCount(proposals)).toBe(1);
  const [{ question, asked }] = questions as [(typeof questions)[0]];
  const words = [
    question,
    ...(['a', 'b'] as const).map((side) => valuesWords(asked, (one) => answerValue(one, one[side])))
  ];
  for (const [at, text] of asks.entries()) expect(plain(words[at]!)).toContain(text);
  expect(question).not.toMatch(/\b(?:now|was|typed|split|means|plan)\b|\//);
});
