// One name has one home: who searches for an exported name of src/lib finds what it means.
import { expect, it } from 'vitest';
import { textsOf } from './source-files.ts';

/** Names with two homes, each with its reason. To be taken off, never added to beyond MOST. */
const KNOWN: Record<string, string> = {
  checkPlan: 'the front door of two engines: each checks its own plan',
  yearProblem: 'a year of a route, and a year of meetings',
  HalfDay: 'of the file of meetings, and of a date that is searched',
  readCalendar: 'the front door hands the reader its time zones'
};
const MOST = 20;

it(`an exported name has one home, but for ${Object.keys(KNOWN).length} that are listed`, () => {
  const EXPORTED =
    /^export (?:declare |abstract |async )*(?:const|let|function\*?|class|interface|type|enum) ([A-Za-z_$][\w$]*)/gm;
  const homes = new Map<string, Set<string>>();
  for (const [path, text] of textsOf('src/lib'))
    for (const [, name] of text.matchAll(EXPORTED))
      homes.set(name!, (homes.get(name!) ?? new Set()).add(path));
  const shared = [...homes].filter(([, paths]) => paths.size > 1);
  expect(Object.fromEntries(shared.filter(([name]) => !(name in KNOWN)))).toEqual({});
  expect(Object.keys(KNOWN).filter((name) => !shared.some(([found]) => found === name))).toEqual([]);
  expect(Object.keys(KNOWN).length).toBeLessThanOrEqual(MOST);
});
