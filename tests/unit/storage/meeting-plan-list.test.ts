// Plans of meetings kept on this computer or in a file: what is damaged is never taken for a plan, and a file says what is wrong with it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../src/lib/i18n/findings/findings.ts';
import type { MeetingPlan } from '../../../src/lib/storage/meeting-plan.ts';
import { readMeetingPlan, writeMeetingPlan } from '../../../src/lib/storage/meeting-plan-file.ts';
import { mergeLists } from '../../../src/lib/storage/merged-list.ts';
import { MEETING_PLANS } from '../../../src/lib/storage/meeting-plan-list.ts';
import { draws } from '../../draws.ts';

const meeting = { team: 'EPS-01', number: 1, date: '2026-09-14', half: 'am' } as const;
const PLAN: MeetingPlan = {
  ...{ id: 'a', name: 'Plan 1', made: 1, changed: 1, year: '2026-2027', preset: 'balanced' },
  plan: [meeting, { ...meeting, number: 2, date: '2026-11-16' }],
  locked: [meeting],
  absences: [
    { who: 'direction-1', from: '2026-09-15', to: '2026-09-18', half: null },
    { who: 'Coordination 1', from: '2026-10-01', to: '2026-10-01', half: 'pm', readOn: '2026-09-01' },
    { who: 'room:59350', weekday: 3 }
  ],
  cancelled: ['EPS-02']
};
const written = JSON.parse(MEETING_PLANS.write({ items: [PLAN], gone: { b: 2 } })) as {
  items: Record<string, unknown>[];
};

describe('the list of this computer', () => {
  it('comes back as it was written', () => {
    expect(MEETING_PLANS.read(JSON.stringify(written))).toEqual({ items: [PLAN], gone: { b: 2 } });
  });

  it('says which meetings people were convened to, and nothing where none was', () => {
    const convened = [meeting];
    const items = [{ ...PLAN, convened }];
    expect(MEETING_PLANS.read(MEETING_PLANS.write({ items, gone: {} }))?.items).toEqual(items);
    expect(MEETING_PLANS.read(MEETING_PLANS.write({ items: [PLAN], gone: {} }))?.items[0]).not.toHaveProperty(
      'convened'
    );
  });

  it.each([
    ['date', { plan: [{ ...meeting, date: '2026-02-30' }] }],
    ['half', { plan: [{ ...meeting, half: 'noon' }] }],
    ['number', { locked: [{ ...meeting, number: 0 }] }],
    ['convened', { convened: [{ ...meeting, half: 'noon' }] }],
    ['who', { absences: [{ who: '' }] }],
    ['weekday', { absences: [{ who: 'a', weekday: 6 }] }],
    ['cancelled', { cancelled: [3] }],
    ['year', { year: '2026' }],
    ['preset', { preset: 'best' }],
    ['changed', { changed: 'today' }]
  ])('is damaged when its %s is none', (_, part) => {
    expect(
      MEETING_PLANS.read(JSON.stringify({ ...written, items: [{ ...written.items[0], ...part }] }))
    ).toBeNull();
  });

  it('keeps nothing that is not asked: a reason or a name beside an absence is dropped', () => {
    const absences = [{ who: 'direction-1', weekday: 1, why: 'maladie', name: 'Mme Durand' }];
    const list = MEETING_PLANS.read(
      JSON.stringify({ ...written, items: [{ ...written.items[0], absences }] })
    );
    expect(list?.items[0]?.absences).toEqual([{ who: 'direction-1', weekday: 1 }]);
  });

  it('never throws, whatever is stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const list = MEETING_PLANS.read(text);
        expect(list === null || Array.isArray(list.items)).toBe(true);
      }),
      { numRuns: draws() }
    );
  });

  it('keeps the last change of two tabs, and what each of them saved', () => {
    const other = { ...PLAN, id: 'c', made: 2 };
    const later = { ...PLAN, name: 'Plan 2', changed: 5 };
    const merged = mergeLists({ items: [PLAN, other], gone: {} }, { items: [later], gone: {} });
    expect(merged.items.map(({ name }) => name)).toEqual(['Plan 2', 'Plan 1']);
    expect(mergeLists(merged, { items: [], gone: { a: 5 } }).items).toEqual([other]);
  });
});

describe('a plan file', () => {
  const SIREN = '245901160';
  const text = writeMeetingPlan(SIREN, { name: 'Plan 1', made: 1000, year: PLAN });
  const { id: _, name: __, made: ___, changed: ____, ...year } = PLAN;

  it('comes back as it was saved', () => {
    expect(readMeetingPlan(text, SIREN)).toEqual({ file: { name: 'Plan 1', made: 1000, year } });
  });

  it('carries the meetings that people were convened to', () => {
    const convened = [meeting];
    const kept = writeMeetingPlan(SIREN, { name: 'Plan 1', made: 1000, year: { ...PLAN, convened } });
    expect(readMeetingPlan(kept, SIREN)).toEqual({
      file: { name: 'Plan 1', made: 1000, year: { ...year, convened } }
    });
  });

  const changed = (part: object) => JSON.stringify({ ...(JSON.parse(text) as object), ...part });
  it.each([
    ['nothing', '', 'plan-empty'],
    ['a text', 'Bonjour', 'plan-not-json'],
    ['a file cut short', text.slice(0, 60), 'plan-truncated'],
    ['a huge file', ' '.repeat(1_000_001), 'plan-too-large'],
    ['a plan of Secteurs', changed({ format: 'maillage-plan' }), 'meeting-plan-foreign'],
    ['a list', '[]', 'meeting-plan-foreign'],
    ['another version', changed({ version: 2 }), 'plan-version'],
    ['another territory', changed({ territory: '200000000' }), 'plan-territory'],
    ['a plan that is none', changed({ plan: 'x' }), 'meeting-plan-malformed'],
    ['a date that is none', changed({ locked: [{ ...meeting, date: 'lundi' }] }), 'meeting-plan-malformed']
  ])('is refused with its reason: %s', (_what, content, code) => {
    const read = readMeetingPlan(content, SIREN);
    expect('refused' in read && read.refused.code).toBe(code);
    expect(findingCodes()).toContain(code);
  });
});
