// What the service is told of its year: each answer comes from a list, and what no list tells stays to be typed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reportQuestions, reportAnswers, reportLists, type AnswerInput } from '$lib/engines/report/index.ts';
import { NO_DETAILS, ORIGINS, type CaseDetails } from '$lib/model/report/case-details.ts';
import { childPaths, pathsDay } from '$lib/engines/pathways/index.ts';
import { pathLengths } from '$lib/engines/pathways/index.ts';
import type { Case } from '$lib/model/pathway.ts';
import type { StateReport } from '$lib/model/report/state-report.ts';
import { draws } from '../../../draws.ts';

const NOTHING: AnswerInput = {
  year: '2025-2026',
  today: '2026-07-01',
  settings: { carrier: null, communes: null, qpvs: null, cites: null },
  schools: null,
  partners: null,
  correspondents: null,
  cases: null,
  teams: null,
  records: null,
  posts: null,
  actions: null,
  kept: null
};

const caseOf = (id: string, details: Partial<CaseDetails> = {}, row: Partial<Case> = {}): Case => ({
  case_id: id,
  school_year: '2025-2026',
  uai: '0590001A',
  qpv: null,
  commune: '59014',
  level: 'elementaire',
  theme: null,
  family_id: null,
  visits: null,
  details: { ...NO_DETAILS, ...details },
  ...row
});

const reportOf = (input: Partial<AnswerInput>) => reportAnswers({ ...NOTHING, ...input });
const valueOf = ({ answers }: StateReport, id: string) => {
  const answer = answers.find((one) => one.id === id);
  return answer === undefined ? undefined : answer.value;
};
const valuesOf = (cases: readonly Case[], ids: readonly string[]) => {
  const report = reportOf({ cases: { rows: cases } });
  return ids.map((id) => valueOf(report, id));
};

it('without any list, every question is there and none is answered', () => {
  const report = reportOf({});
  expect(report.ready).toBe(0);
  expect(report.total).toBe(reportQuestions().filter(({ kind }) => kind !== 'rest').length);
  expect(
    report.answers.every(({ value, source, last }) => value === null && source === null && last === null)
  ).toBe(true);
});

it('each question is asked once, under an id of its block', () => {
  const ids = reportQuestions().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('of what no child is told, nothing is known; where some are told, a true 0 is 0', () => {
  const ids = ['children.total', 'children.girls', 'children.boys', 'children.profile.1'];
  expect(valuesOf([caseOf('a'), caseOf('b')], ids)).toEqual([2, null, null, null]);
  const told = [caseOf('a', { sex: 'F', profile: 2 }), caseOf('b')];
  expect(valuesOf(told, ids)).toEqual([2, 1, 0, 0]);
  expect(valuesOf(told, ['children.sexUnknown'])).toEqual([1]);
});

it('the agreement of parents is counted where the file has it, and asked of no other service', () => {
  const ids = ['children.agreed', 'children.notAgreed', 'children.agreementUnknown'];
  const rows = [true, true, false, null].map((agreed, at) => caseOf(`e${at}`, { agreed }));
  expect(valuesOf(rows, ids)).toEqual([2, 1, 1]);
  expect(valuesOf([caseOf('a', { sex: 'F' })], ids)).toEqual([undefined, undefined, undefined]);
});

it('a file with a column of exits counts open paths and 0 ended; a file without it tells neither', () => {
  const ids = ['children.open', 'children.ended'];
  expect(valuesOf([caseOf('a', { exit: null }), caseOf('b', { exit: null })], ids)).toEqual([2, 0]);
  expect(valuesOf([caseOf('a', { sex: 'F' }), caseOf('b', { sex: 'M' })], ids)).toEqual([null, null]);
});

it('last year says nothing of what its file does not tell, whatever that of this year tells', () => {
  const told = { sex: 'F', orientedBy: 'school', profile: 2, birthYear: 2016, exit: null } as const;
  const former = [
    caseOf('a', {}, { school_year: '2024-2025' }),
    caseOf('c', {}, { school_year: '2024-2025' })
  ];
  const { answers } = reportOf({ cases: { rows: [caseOf('a', told), caseOf('b', told), ...former] } });
  const last = answers.filter(({ last }) => last !== null).map(({ id, last }) => [id, last]);
  expect(answers.find(({ id }) => id === 'children.girls')?.value).toBe(2);
  expect(last).toEqual([
    ['children.total', 2],
    ['children.level.maternelle', 0],
    ['children.level.elementaire', 2],
    ['children.level.college', 0],
    ['children.inQpv', 0],
    ['children.outsideQpv', 2]
  ]);
});

it('schools without a date are counted this year, and not told of last year', () => {
  const school = { kind: 'elementaire', followed_since: null, requested_since: null } as const;
  const of = (since: '2023-2024' | null) =>
    reportOf({
      schools: [
        { ...school, status: 'followed', followed_since: since },
        { ...school, status: 'waiting' }
      ]
    }).answers.flatMap(({ id, value, last }) =>
      id === 'schools.followed' || id === 'schools.waiting' ? [[value, last]] : []
    );
  expect(of(null)).toEqual([
    [1, null],
    [1, null]
  ]);
  expect(of('2023-2024')).toEqual([
    [1, 1],
    [1, null]
  ]);
});

it('a funder of no sheet pays 0 where every cost has its payers, and an unknown amount where some have none', () => {
  const sheet = { level: 'communal', theme: 'sante', cost_euros: 1000 } as const;
  const ids = ['etat', 'caf', 'communes', 'unknown'].map((one) => `money.byFunder.${one}`);
  const of = (...funders: NonNullable<AnswerInput['actions']>[number]['funders'][]) => {
    const report = reportOf({ actions: funders.map((one) => ({ ...sheet, funders: one })) });
    return ids.map((id) => valueOf(report, id));
  };
  expect(of({ etat: 600, caf: 400 })).toEqual([600, 400, 0, undefined]);
  expect(of({ etat: 600 }, { etat: 800, caf: 200 })).toEqual([1400, 200, null, 400]);
  expect(of({ etat: 600, caf: 0 }, { etat: 600, caf: 0 })).toEqual([1200, 0, null, 800]);
});

it('sheets of one commune, all of one level that their list need not say: what each level costs is not known', () => {
  const sheet = { theme: 'sante', cost_euros: 1000, funders: {} } as const;
  const of = (communes: string[], ...levels: ('communal' | 'ingenierie')[]) => {
    const actions = levels.map((level) => ({ ...sheet, level }));
    const settings = { carrier: null, communes, qpvs: null, cites: null };
    const report = reportOf({ actions, settings });
    return ['communal', 'ingenierie'].map((level) => valueOf(report, `money.byLevel.${level}`));
  };
  expect(of(['59392'], 'communal', 'communal')).toEqual([null, null]);
  expect(of(['59392'], 'communal', 'ingenierie')).toEqual([1000, 1000]);
  expect(of(['59392', '59606'], 'communal')).toEqual([1000, 0]);
});

it('no sheet says its theme: what each theme costs is not known', () => {
  const sheet = { level: 'communal', cost_euros: 1000, funders: {} } as const;
  const ids = ['sante', 'parentalite', 'none'].map((one) => `money.byTheme.${one}`);
  const of = (...themes: ('sante' | null)[]) => {
    const report = reportOf({ actions: themes.map((theme) => ({ ...sheet, theme })) });
    return ids.map((id) => valueOf(report, id));
  };
  expect(of(null, null)).toEqual([null, null, 2000]);
  expect(of('sante', null)).toEqual([1000, 0, 1000]);
});

it('a file without a row of the year says nothing of it', () => {
  const former = caseOf('a', { sex: 'F' }, { school_year: '2024-2025' });
  const report = reportOf({ cases: { rows: [former] } });
  expect(valueOf(report, 'children.total')).toBeNull();
  expect(report.answers.find(({ id }) => id === 'children.girls')?.last).toBe(1);
});

it('ages are those of the end of December of the school year', () => {
  const rows = [2019, 2015, 2020, 2009, 1990].map((birthYear, at) => caseOf(String(at), { birthYear }));
  const ids = ['2-5', '6-10', '11-16', '17+', 'unknown'].map((group) => `children.age.${group}`);
  expect(valuesOf(rows, ids)).toEqual([1, 2, 1, undefined, 1].map((n) => n ?? 0));
});

it('a child is new by the date of entry, and has left by the day that is looked at', () => {
  const rows = [
    caseOf('a', { entry: '2025-09', exit: '2026-03-10' }),
    caseOf('b', { entry: '2024-11-03', exit: '2026-08-30' }),
    caseOf('c', { entry: '2026-01-08', exit: null }),
    caseOf('d', { exit: null })
  ];
  const ids = ['new', 'before', 'entryUnknown', 'open', 'ended'].map((id) => `children.${id}`);
  expect(valuesOf(rows, ids)).toEqual([2, 1, 1, 3, 1]);
});

it('without dates, a child is new who is not in the file of the year before', () => {
  const rows = [caseOf('a'), caseOf('b'), caseOf('a', {}, { school_year: '2024-2025' })];
  expect(valuesOf(rows, ['children.new', 'children.before'])).toEqual([1, 1]);
  const unnamed = [caseOf('ligne 2'), caseOf('ligne 2', {}, { school_year: '2024-2025' })];
  expect(valuesOf(unnamed, ['children.new'])).toEqual([null]);
});

it('the length of paths counts those still open, and the mean of ended ones is told apart', () => {
  // Ended after 4, 6 and 10 months; open since 6 and 12: at 6, a quarter of the four has left; at 10, half of the two.
  const rows = [
    caseOf('a', { entry: '2025-01', exit: '2025-05' }),
    caseOf('b', { entry: '2025-09', exit: '2026-03' }),
    caseOf('c', { entry: '2025-08', exit: '2026-06' }),
    caseOf('d', { entry: '2026-01' }),
    caseOf('e', { entry: '2025-07' })
  ];
  expect(valuesOf(rows, ['paths.lengthMedian', 'paths.lengthMeanEnded'])).toEqual([10, 6.67]);
});

it('the length of paths of a past year is that of the page of paths, on the last day of June', () => {
  const rows = [
    caseOf('a', { entry: '2025-09', exit: '2026-03' }),
    caseOf('b', { entry: '2025-09', exit: '2026-08' }),
    caseOf('c', { entry: '2025-10', exit: '2026-08' })
  ];
  const day = pathsDay('2025-2026', '2026-10-01');
  const { median, meanEnded } = pathLengths(childPaths(rows, day), day);
  const report = reportOf({ today: '2026-10-01', cases: { rows } });
  expect([median, meanEnded]).toEqual([null, 6]);
  expect(['paths.lengthMedian', 'paths.lengthMeanEnded'].map((id) => valueOf(report, id))).toEqual([
    median,
    meanEnded
  ]);
});

it('the length of paths is that of the year: paths of former years count, and rows of a later year change nothing', () => {
  const former = caseOf('a', { entry: '2024-09', exit: '2025-01' }, { school_year: '2024-2025' });
  const older = caseOf('e', { entry: '2023-09', exit: '2023-11' }, { school_year: '2023-2024' });
  const own = [
    caseOf('b', { entry: '2025-09', exit: '2026-03' }),
    caseOf('c', { entry: '2025-09', exit: '2026-05' })
  ];
  const later = caseOf('d', { entry: '2025-10', exit: '2025-11' }, { school_year: '2026-2027' });
  const ids = ['paths.lengthMedian', 'paths.lengthMeanEnded'];
  expect(valuesOf([former, ...own], ids)).toEqual([6, 6]);
  expect(valuesOf([former, ...own, later], ids)).toEqual([6, 6]);
  expect(valuesOf([older, former, ...own], ids)).toEqual([4, 5]);
  expect(valuesOf(own, ids)).toEqual([6, 7]);
});

it('a child told twice the same reason, in two spellings, counts once', () => {
  const rows = [
    caseOf('a', { reasons: ['Santé', 'sante'] }),
    caseOf('b', { reasons: ['Santé', 'langage', 'SANTÉ '] })
  ];
  const report = reportOf({ cases: { rows } });
  expect(valueOf(report, 'children.reason.sante')).toBe(2);
  expect(report.answers.find(({ id }) => id === 'children.reason.sante')?.word).toBe('Santé');
});

it('fewer than half of the paths have ended: their length is not known', () => {
  const rows = [
    caseOf('a', { entry: '2025-01', exit: '2025-05' }),
    caseOf('b', { entry: '2024-01' }),
    caseOf('c', { entry: '2024-01' })
  ];
  expect(valuesOf(rows, ['paths.lengthMedian', 'paths.lengthMeanEnded'])).toEqual([null, 4]);
});

it('reasons are those of the service: two spellings are one, several a child count each', () => {
  const rows = [
    caseOf('a', { reasons: ['Absentéisme', 'Comportement'] }),
    caseOf('b', { reasons: ['absenteisme', 'Absentéisme'] }),
    caseOf('c', { reasons: ['Absentéisme'] })
  ];
  const report = reportOf({ cases: { rows } });
  const reasons = report.answers.filter(({ id }) => id.startsWith('children.reason'));
  expect(reasons.map(({ id, word }) => [id, word])).toEqual([
    ['children.reason.absenteisme', 'Absentéisme'],
    ['children.reason.comportement', 'Comportement']
  ]);
});

it('what is typed answers where no list does, and never against one', () => {
  const typed = {
    'children.total': 12,
    'structure.contract': 'oui',
    'money.inKind.staff': 900,
    'money.inKind.rooms': 0,
    'money.inKind.material': 50
  };
  const kept = { typed: { '2025-2026': typed }, given: {} } as const;
  const read = reportOf({ kept, cases: { rows: [caseOf('a')] } });
  expect(valueOf(read, 'children.total')).toBe(1);
  expect(valueOf(read, 'structure.contract')).toBe('oui');
  expect(valueOf(read, 'money.inKind')).toBe(950);
  expect(valueOf(reportOf({ kept }), 'children.total')).toBe(12);
  expect(reportOf({ kept }).answers.find(({ id }) => id === 'children.total')?.source?.list).toBe('typed');
});

it('last year is what was given, or what the file tells of it', () => {
  const rows = [
    caseOf('a'),
    caseOf('a', {}, { school_year: '2024-2025' }),
    caseOf('b', {}, { school_year: '2024-2025' })
  ];
  const lastOf = (kept: AnswerInput['kept']) =>
    reportOf({ cases: { rows }, kept }).answers.find(({ id }) => id === 'children.total')?.last;
  expect(lastOf(null)).toBe(2);
  expect(lastOf({ typed: {}, given: { '2024-2025': { 'children.total': 140 } } })).toBe(140);
});

it('money of which an amount is unknown is unknown; the share that the State does not pay needs every payer', () => {
  const sheet = {
    level: 'communal',
    theme: 'sante',
    cost_euros: 1000,
    funders: { etat: 600, caf: 400 }
  } as const;
  const rate = (actions: AnswerInput['actions']) => {
    const report = reportOf({ actions });
    return ['money.total', 'money.byFunder.etat', 'money.cofinancingRate'].map((id) => valueOf(report, id));
  };
  expect(rate([sheet])).toEqual([1000, 600, 40]);
  expect(rate([sheet, { ...sheet, cost_euros: null }])).toEqual([null, 1200, null]);
  expect(rate([{ ...sheet, funders: { etat: 600 } }])).toEqual([1000, 600, null]);
});

it('what is given in kind is told by nature where each value is known, and as a whole where a sheet gives one value for several', () => {
  const sheet = { level: 'communal', theme: null, cost_euros: 1000, funders: {} } as const;
  const given = (...in_kind: NonNullable<AnswerInput['actions']>[number]['in_kind'][]) => {
    const report = reportOf({ actions: in_kind.map((one) => ({ ...sheet, ...(one && { in_kind: one }) })) });
    const ids = [
      'money.inKind',
      'money.inKind.staff',
      'money.inKind.rooms',
      'money.inKind.material',
      'money.total'
    ];
    return ids.map((id) => valueOf(report, id));
  };
  expect(given({ staff: 300 }, undefined, { staff: 200, rooms: 50.5 })).toEqual([
    550.5,
    500,
    50.5,
    null,
    3000
  ]);
  expect(given({ staff: 300 }, { staff: null, rooms: null, whole: 90 })).toEqual([
    390,
    null,
    null,
    null,
    2000
  ]);
  expect(given({ staff: 300 })).toEqual([300, 300, null, null, 1000]);
  expect(given({ staff: 300 }, { rooms: null })).toEqual([null, 300, null, null, 2000]);
  expect(given(undefined)).toEqual([null, null, null, null, 1000]);
});

it('a half-time post of another function is half a post among the others', () => {
  const { answers } = reportOf({
    posts: [
      { role: 'referent', fte: 1 },
      { role: 'other', fte: 0.5 }
    ]
  });
  const of = (id: string) => answers.find((one) => one.id === id)?.value;
  expect([of('staff.other.fte'), of('staff.other.posts'), of('staff.coordination.posts')]).toEqual([
    0.5, 1, 0
  ]);
});

it('meetings that nobody recorded are not « none held »', () => {
  const teams = [{ meetings: 4 }, { meetings: 3 }];
  const record = {
    team: 'e1',
    number: 1,
    date: '2025-11-04',
    held: true,
    seen: 7,
    came: 5,
    decisions: { continue: 5, reorient: 1, end: 1 }
  };
  const ids = ['meetings.planned', 'meetings.held', 'meetings.situations'];
  const of = (input: Partial<AnswerInput>) => ids.map((id) => valueOf(reportOf(input), id));
  expect(of({ teams, records: [] })).toEqual([7, null, null]);
  expect(
    of({ teams: [...teams, { meetings: null }], records: [record, { ...record, number: 2, held: false }] })
  ).toEqual([null, 1, 7]);
});

it('lists of a territory that hold nothing are lists that nobody gave', () => {
  const none = {
    communes: [],
    qpvs: [],
    schools: [],
    teams: [],
    staff: [],
    actions: [],
    partners: [],
    correspondents: []
  };
  expect(reportOf(reportLists(none, null)).ready).toBe(0);
});

it('neighbourhoods of one name in two communes are two answers, each with its commune', () => {
  const communes = [
    { code: '1', name: 'Fresnes', intervention: true, cite_educative: null },
    { code: '2', name: 'Condé', intervention: true, cite_educative: null }
  ];
  const qpvs = [
    { code: 'QN1', name: 'Centre ville', communes: ['1'] },
    { code: 'QN2', name: 'Centre ville', communes: ['2'] },
    { code: 'QN3', name: 'Le Jard', communes: ['2'] }
  ];
  const none = { schools: [], teams: [], staff: [], actions: [], partners: [], correspondents: [] };
  const { answers } = reportOf(reportLists({ communes, qpvs, ...none }, null));
  expect(answers.find(({ id }) => id === 'structure.qpvs')?.value).toEqual([
    'Centre ville (Condé)',
    'Centre ville (Fresnes)',
    'Le Jard'
  ]);
});

const detailsArbitrary: fc.Arbitrary<Partial<CaseDetails>> = fc.record({
  sex: fc.constantFrom('F', 'M', null),
  birthYear: fc.option(fc.integer({ min: 1990, max: 2026 })),
  orientedBy: fc.constantFrom(...ORIGINS, null),
  profile: fc.constantFrom(1, 2, 3, 4, null),
  reasons: fc.subarray(['Absences', 'absences', 'Santé']),
  entry: fc.constantFrom('2024-10-02', '2025-09', '2026-02-11', null),
  exit: fc.constantFrom('2026-01', '2026-05-20', '2027-01-01', null)
});
const casesArbitrary = fc
  .array(
    fc.tuple(
      detailsArbitrary,
      fc.constantFrom('59:1', null, undefined),
      fc.constantFrom('maternelle', 'college', null)
    ),
    { minLength: 1, maxLength: 30 }
  )
  .map((some) =>
    some.map(([details, qpv, level], at) => caseOf(`e${at}`, details, { qpv, level } as Partial<Case>))
  );

const PARTS: Readonly<Record<string, readonly string[]>> = {
  sex: ['children.girls', 'children.boys', 'children.sexUnknown'],
  age: ['2-5', '6-10', '11-16', '17+', 'unknown'].map((one) => `children.age.${one}`),
  level: ['maternelle', 'elementaire', 'college', 'unknown'].map((one) => `children.level.${one}`),
  profile: ['1', '2', '3', '4', 'unknown'].map((one) => `children.profile.${one}`),
  origin: [...ORIGINS, 'unknown'].map((one) => `children.orientedBy.${one}`),
  home: ['children.inQpv', 'children.outsideQpv', 'children.qpvUnknown'],
  entry: ['children.new', 'children.before', 'children.entryUnknown'],
  exit: ['children.open', 'children.ended']
};

it('answers add up to the children, whatever is told of them', () => {
  fc.assert(
    fc.property(casesArbitrary, (rows) => {
      const report = reportOf({ cases: { rows } });
      for (const ids of Object.values(PARTS)) {
        const known = ids.map((id) => valueOf(report, id)).filter((value) => typeof value === 'number');
        if (known.length > 0) expect(known.reduce((sum, value) => sum + value, 0)).toBe(rows.length);
      }
    }),
    { numRuns: draws(), seed: 32 }
  );
});

it('the order of rows changes no answer', () => {
  fc.assert(
    fc.property(
      casesArbitrary.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))
      ),
      ([rows, others]) => {
        expect(reportOf({ cases: { rows: others } })).toEqual(reportOf({ cases: { rows } }));
      }
    ),
    { numRuns: draws(), seed: 32 }
  );
});
