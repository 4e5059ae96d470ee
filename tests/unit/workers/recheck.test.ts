// What two people may break together: a répartition, a calendar, what was published; each was sound alone.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recheck } from '../../../src/lib/workers/build/recheck.ts';
import { bootHighs } from '../../../src/lib/solver/highs.ts';
import { parseProgramme } from '../../../src/lib/cube/programme.ts';
import { parseAssignmentFile, todayPlan } from '../../../src/lib/model/assignment/assignment-file.ts';
import type { MaillageContent } from '../../../src/lib/storage/maillage/index.ts';

const SIREN = '245901160';
const PATHS = [
  'tables/dashboard.json',
  'tables/programme.json',
  'graph/split.json',
  'graph/team.json',
  'graph/meetings.json'
];
const FILES = new Map(PATHS.map((path) => [path, new Uint8Array(readFileSync(`static/${path}`))]));
const textIn = (path: string) => new TextDecoder().decode(FILES.get(path));
const split = parseAssignmentFile(textIn('graph/split.json'));
const NONE = {
  version: 1,
  place: null,
  year: null,
  split: null,
  calendar: null,
  means: null,
  cost: null,
  road: null
};

const contentOf = (kept: MaillageContent['kept'], files = FILES): MaillageContent => ({
  ...{ config: { siren: SIREN }, sources: [], created: '2026-09-01', saved: '2026-09-01' },
  files,
  kept
});
const decided = (referents: Record<string, string>) => {
  const today = todayPlan(split);
  const plan = { ...today, referents: { ...today.referents, ...referents } };
  return contentOf({
    [`maillage.decision.${SIREN}`]: JSON.stringify({ ...NONE, split: { plan, settings: {}, name: '' } })
  });
};

const found = async ([a, b]: [MaillageContent, MaillageContent], union: MaillageContent) => {
  const { rechecked } = await recheck({ a, b, union, siren: SIREN }, () => bootHighs());
  return Object.fromEntries(rechecked.map(({ what, ok }) => [what, ok]));
};

describe('after a merge', () => {
  it('a répartition with an unknown post, or a school of nobody, is told; one of the two is not', async () => {
    const [uai] = Object.keys(split.assignment);
    const same = decided({});
    expect(await found([same, same], same)).toEqual({ split: true, meetings: true, report: true });
    const broken = decided({ [uai!]: 'nobody' });
    expect(await found([same, same], broken)).toEqual({ split: false, meetings: true, report: true });
    expect(await found([same, broken], broken)).toEqual({ split: true, meetings: true, report: true });
  });

  it('a plan that is kept is judged as one in use, and one that no list of posts can judge is not said to be sound', async () => {
    const [uai] = Object.keys(split.assignment);
    const kept = (post: string, files = FILES) => {
      const plan = { ...todayPlan(split), referents: { ...todayPlan(split).referents, [uai!]: post } };
      const scenarios = [{ id: 'p', name: 'Plan', settings: {}, made: 1, changed: 1, plan }];
      return contentOf(
        { [`maillage.plans.${SIREN}`]: JSON.stringify({ version: 1, scenarios, gone: {} }) },
        files
      );
    };
    const sound = kept(split.assignment[uai!]!);
    expect(await found([sound, sound], kept('nobody'))).toMatchObject({ split: false });
    const without = kept('nobody', new Map([...FILES].filter(([path]) => path !== 'graph/split.json')));
    expect(await found([sound, sound], without)).toEqual({ meetings: true, report: true });
  });

  const { teams } = parseProgramme(textIn('tables/programme.json'));
  /** Of one coordinator and one commune: two of them may meet on one half-day. */
  const [x, y, z] = teams
    .filter(({ commune, coordinator }) => commune === '59606' && coordinator === 'Coordination 2')
    .map(({ id }) => id) as [string, string, string];
  const calendar = (dates: Record<string, string>) => {
    const plan = Object.entries(dates).map(([team, date]) => ({ team, number: 1, date, half: 'am' }));
    const year = { year: '2026-2027', preset: 'balanced', plan, locked: [], absences: [], cancelled: [] };
    return contentOf({
      [`maillage.calendrier.${SIREN}`]: JSON.stringify({ ...NONE, calendar: { settings: {}, plan: year } })
    });
  };

  it('three meetings of one coordinator on one half-day, where each person had put two, are told', async () => {
    const a = calendar({ [x]: '2026-11-10', [y]: '2026-11-12', [z]: '2026-11-10' });
    const b = calendar({ [x]: '2026-11-09', [y]: '2026-11-10', [z]: '2026-11-10' });
    const together = calendar({ [x]: '2026-11-10', [y]: '2026-11-10', [z]: '2026-11-10' });
    expect(await found([a, b], together)).toEqual({ split: true, meetings: false, report: true });
    const apart = calendar({ [x]: '2026-11-09', [y]: '2026-11-12', [z]: '2026-11-10' });
    expect(await found([a, b], apart)).toEqual({ split: true, meetings: true, report: true });
  });

  it('releases that together let a count be found again are told', async () => {
    const cube = (hidden: string, shown: readonly (readonly [string, number])[]) => ({
      ...{ k: 11, dimensions: [{ name: 'zone', trees: [{ ALL: { north: {}, centre: {}, south: {} } }] }] },
      cells: [
        { key: ['ALL'], value: 42 },
        ...shown.map(([name, value]) => ({ key: [name], value })),
        ...['north', 'centre', 'south']
          .filter((name) => hidden.includes(name))
          .map((name) => ({ key: [name], suppressed: true }))
      ]
    });
    const withCube = (document: object) =>
      contentOf(
        {},
        new Map([...FILES, ['downloads/cube.json', new TextEncoder().encode(JSON.stringify(document))]])
      );
    const one = withCube(cube('centre south', [['north', 20]]));
    const other = withCube(cube('north south', [['centre', 18]]));
    expect(await found([one, one], one)).toEqual({ split: true, meetings: true, report: true });
    expect(await found([one, other], one)).toEqual({ split: true, meetings: true, report: false });
  });
});
