// What the service types in its report is back after a reload and in the file of its territory, inside the service only; a closed year keeps its answers.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExitRecord } from '../../../src/lib/model/report/exit-record.ts';
import type { ReportAnswer } from '../../../src/lib/model/report/state-report.ts';
import { carriedOf, carry, fileCarried, reportKey, takeCarried } from '../../../src/lib/storage/carried.ts';
import { readReports } from '../../../src/lib/storage/kept-reports.ts';
import { keyOfKept, pathOfKept } from '../../../src/lib/storage/maillage/paths.ts';

/** Of this file alone: what tabs carry outlives a file in the worker of several. */
const TERRITORY = { siren: '245900000', demonstration: false };
const KEY = reportKey(TERRITORY.siren);
const stored = new Map<string, string>();

/** A tab that is loaded: what pages remember is gone, what the browser keeps stays. */
async function loaded() {
  vi.resetModules();
  const { Reports } = await import('../../../src/lib/session/reports.svelte.ts');
  const reports = new Reports(TERRITORY);
  reports.restore();
  return reports;
}

beforeEach(() => {
  stored.clear();
  carry(KEY, null);
  fileCarried({});
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
    removeItem: (key: string) => void stored.delete(key)
  });
});

it('a typed answer is back after a reload; erased, nothing of it stays', async () => {
  const first = await loaded();
  first.type('2025-2026', 'free.1', '  Une équipe de plus  ');
  const second = await loaded();
  expect(second.typedIn('2025-2026')).toEqual({ 'free.1': 'Une équipe de plus' });
  second.type('2025-2026', 'free.1', ' ');
  expect(second.typedIn('2025-2026')).toEqual({});
  expect(stored.size).toBe(0);
});

it('it is in the file of an internal territory, never in a public one', async () => {
  const storage = await import('../../../src/lib/storage/kept-reports.ts');
  storage.keepReports(TERRITORY.siren, {
    ...storage.NO_REPORTS,
    typed: { '2025-2026': { 'free.1': 'Oui' } }
  });
  const { carriedOf: now } = await import('../../../src/lib/storage/carried.ts');
  expect(Object.keys(now(TERRITORY.siren, 'internal'))).toContain(KEY);
  expect(JSON.stringify(now(TERRITORY.siren, 'public'))).not.toContain('Oui');
  expect(carriedOf(TERRITORY.siren, undefined)).toEqual({});
  expect(keyOfKept(pathOfKept(KEY))).toBe(KEY);
});

it('leaving asks until a file holds what was typed', async () => {
  const reports = await loaded();
  const { carriedOf: now, fileCarried: filed } = await import('../../../src/lib/storage/carried.ts');
  expect(reports.isUnsaved).toBe(false);
  reports.type('2025-2026', 'children.collective', 40);
  expect(reports.isUnsaved).toBe(true);
  filed(now(TERRITORY.siren, 'internal'));
  expect(reports.isUnsaved).toBe(false);
  reports.type('2025-2026', 'children.collective', 41);
  expect(reports.isUnsaved).toBe(true);
});

it('a year that is closed keeps its answers as they were given, and may be opened again', async () => {
  const reports = await loaded();
  const answers = [
    { id: 'children.total', value: 380 },
    { id: 'free.1', value: null }
  ] as unknown as ReportAnswer[];
  reports.close('2025-2026', answers);
  expect((await loaded()).kept.given['2025-2026']).toEqual({ 'children.total': 380, 'free.1': null });
  reports.reopen('2025-2026');
  expect(reports.isClosed('2025-2026')).toBe(false);
});

it('the register comes back in order; a line that is none is left out', async () => {
  const reports = await loaded();
  const exit: ExitRecord = {
    day: '2026-11-29',
    year: '2025-2026',
    output: 'state-workbook',
    reader: 'préfecture',
    gate: 'state',
    figures: ['children.total'],
    withheld: []
  };
  reports.record(exit);
  reports.record({ ...exit, day: '2026-11-30' });
  expect((await loaded()).exits.map(({ day }) => day)).toEqual(['2026-11-29', '2026-11-30']);
  const text = JSON.stringify({
    version: 1,
    typed: {},
    given: {},
    exits: [exit, { ...exit, day: 'hier' }, 3]
  });
  expect(readReports(text)?.exits).toEqual([exit]);
  expect(readReports('{"version":2}')).toBeNull();
  takeCarried({});
});

describe('answers on this computer', () => {
  const computer = new Map<string, string>();
  beforeEach(() => {
    computer.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => computer.get(key) ?? null,
      setItem: (key: string, text: string) => void computer.set(key, text),
      removeItem: (key: string) => void computer.delete(key)
    });
  });

  it('are there for the next tab once asked, each as it is typed, and nothing before', async () => {
    const reports = await loaded();
    reports.type('2025-2026', 'free.1', 'Une équipe');
    expect(computer.size).toBe(0);
    reports.store(true);
    reports.type('2025-2026', 'free.2', 'Un minibus');
    expect(reports.isUnsaved).toBe(false);

    stored.clear();
    carry(KEY, null);
    const later = await loaded();
    expect(later.stored).toBe(true);
    expect(later.typedIn('2025-2026')).toEqual({ 'free.1': 'Une équipe', 'free.2': 'Un minibus' });
    later.store(false);
    expect(computer.size).toBe(0);
    expect(later.isUnsaved).toBe(true);
  });

  it('a browser that refuses is told, and the tab still has them', async () => {
    const reports = await loaded();
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined
    });
    reports.type('2025-2026', 'free.1', 'Oui');
    reports.store(true);
    expect([reports.stored, reports.refused, reports.isUnsaved]).toEqual([false, true, true]);
    expect(reports.typedIn('2025-2026')).toEqual({ 'free.1': 'Oui' });
  });
});
