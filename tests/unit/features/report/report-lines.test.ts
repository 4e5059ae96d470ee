// The lines of the page: every answer is on one of them, and says what the engine gave.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reportAnswers } from '../../../../src/lib/engines/report/index.ts';
import {
  isOfService,
  lineLast,
  lineMark,
  lineShares,
  lineSource,
  lineTitle,
  lineValues,
  reportSentence
} from '../../../../src/lib/features/report/line-words.ts';
import { isReady, reportBlocks, sharesOf } from '../../../../src/lib/features/report/report-lines.ts';
import { questionWords } from '../../../../src/lib/i18n/report-words.ts';
import { NO_DETAILS } from '../../../../src/lib/model/report/case-details.ts';
import type { ReportAnswer } from '../../../../src/lib/model/report/state-report.ts';
import type { Case } from '../../../../src/lib/model/pathway.ts';

const NOTHING = {
  ...{ schools: null, partners: null, correspondents: null, cases: null, teams: null },
  ...{ records: null, posts: null, actions: null, kept: null },
  settings: { carrier: null, communes: null, qpvs: null, cites: null }
};
const YEAR = { year: '2025-2026', today: '2026-06-30' } as const;
const row = (at: number, details: Partial<Case['details']> = {}): Case => ({
  ...{ case_id: `FICTIF-${at}`, school_year: '2025-2026', uai: '0590001A', commune: '59014', qpv: null },
  ...{ level: 'elementaire', theme: 'sante', family_id: null, visits: null },
  details: { ...NO_DETAILS, ...details }
});
const girlsAndBoys = (girls: number, boys: number) =>
  reportAnswers({
    ...NOTHING,
    ...YEAR,
    cases: {
      rows: Array.from({ length: girls + boys }, (_, at) => row(at, { sex: at < girls ? 'F' : 'M' }))
    }
  });
const lineOf = (report: ReturnType<typeof reportAnswers>, key: string) =>
  reportBlocks(report)
    .flatMap(({ lines }) => lines)
    .find((line) => line.key === key)!;

it('each answer is on one line of its block, in the order of the survey, and blocks add up to the whole', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), (girls, boys) => {
      const report = girlsAndBoys(girls, boys);
      const blocks = reportBlocks(report);
      const shown = blocks.flatMap(({ lines }) =>
        lines.flatMap(({ answers }) => answers.map(({ id }) => id))
      );
      expect([...shown].sort()).toEqual(report.answers.map(({ id }) => id).sort());
      expect(blocks.reduce((sum, { ready }) => sum + ready, 0)).toBe(report.ready);
      expect(blocks.reduce((sum, { total }) => sum + total, 0)).toBe(report.total);
    }),
    { numRuns: 40 }
  );
});

it('girls and boys stand side by side, with their shares and the figure of the country', () => {
  const line = lineOf(girlsAndBoys(159, 221), 'sexes');
  expect(lineTitle(line)).toBe('Filles, garçons');
  expect(lineValues(line.answers)).toBe('159 filles, 221 garçons');
  expect(lineShares(line)).toBe('42 - 58\u202f%');
  expect(lineMark(line)).toMatch(/Garçons.*58,2.*\(2021\)/);
  expect(lineSource(line)).toBe('dossiers');
});

it('each of several figures on a line says what it counts', () => {
  const lines = reportBlocks(girlsAndBoys(159, 221)).flatMap((block) => block.lines);
  for (const { kind, answers } of lines) {
    if (kind !== 'together') continue;
    const all = answers.map((answer): ReportAnswer => ({ ...answer, value: 12 }));
    for (const words of lineValues(all).split(', ')) expect(words).toMatch(/^12(?:,0)? \p{L}/u);
  }
});

it('those of last year stand in the same order, apart from one another', () => {
  const [girls, boys] = lineOf(girlsAndBoys(159, 221), 'sexes').answers.map((answer, at) => ({
    ...answer,
    last: 140 + at
  }));
  expect(lineLast([girls!, boys!])).toBe('140 - 141');
  expect(lineLast([{ ...girls!, last: null }, boys!])).toBe('– - 141');
  expect(lineLast([{ ...girls!, last: null }])).toBe('');
});

it('what is not known has no share and no nought', () => {
  const line = lineOf(reportAnswers({ ...NOTHING, ...YEAR }), 'sexes');
  expect(lineValues(line.answers)).toBe('');
  expect(sharesOf(line)).toBeNull();
});

it('the sentence counts what files tell, what is typed and what is left', () => {
  const report = reportAnswers({
    ...NOTHING,
    ...YEAR,
    kept: { typed: { '2025-2026': { 'free.1': 'Une équipe de plus' } }, given: {} }
  });
  expect(report.ready).toBe(1);
  const said = reportSentence(report, 1, 'own');
  expect(said).toContain(`0 réponse sur ${report.total}`);
  expect(said).toContain('de vos fichiers');
  expect(reportSentence(report, 1, 'demonstration')).toContain('des fichiers de la démonstration');
  expect(said).toContain('une est saisie');
  expect(said).toContain(`${report.total - 1} restent à renseigner`);
});

it('every question has words', () => {
  for (const { answers } of [girlsAndBoys(3, 4), reportAnswers({ ...NOTHING, ...YEAR })])
    for (const answer of answers) expect(questionWords(answer)).not.toBe(answer.id);
});

it('a list that tells of referents alone says nothing of the other posts', () => {
  const posts = [{ role: 'referent', fte: 1.5 }] as const;
  const told = (roles?: readonly ['referent']) =>
    Object.fromEntries(
      reportAnswers({ ...NOTHING, ...YEAR, posts, ...(roles && { roles }) }).answers.map(({ id, value }) => [
        id,
        value
      ])
    );
  expect(told(['referent'])).toMatchObject({ 'staff.referents.fte': 1.5, 'staff.coordination.fte': null });
  expect(told()).toMatchObject({ 'staff.coordination.fte': 0 });
});

it('a year of which only public files say something is not one to close', () => {
  const communes = ['59014', '59606'];
  const settings = { ...NOTHING.settings, communes };
  const answered = (report: ReturnType<typeof reportAnswers>) => report.answers.filter(isReady);
  const ofPublic = answered(reportAnswers({ ...NOTHING, settings, ...YEAR }));
  expect(ofPublic.length).toBeGreaterThan(0);
  expect(ofPublic.some(isOfService)).toBe(false);
  expect(answered(girlsAndBoys(2, 1)).some(isOfService)).toBe(true);
});
