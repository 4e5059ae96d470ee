// A file that is wrong is refused with every cause; one that is doubtful is remarked, and solved all the same.
import { describe, expect, it } from 'vitest';
import { readProblem } from '../../../../src/lib/engines/assignment/problem/read-problem.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';

const unit = (id: string, changes = {}) => ({ id, workload: 60, pupils: 10, visits: 1, current: 'a', lat: 50, lon: 3, ...changes }); // prettier-ignore
const referent = (id: string, changes = {}) => ({
  id,
  fte: 1,
  base: { lat: 50, lon: id.length },
  ...changes
});
const good = {
  units: [unit('1'), unit('2'), unit('3'), unit('4')],
  referents: [referent('a'), referent('bb')],
  minutes: [
    [1, 2, 3, 4],
    [4, 3, 2, 1]
  ]
};
const codes = (changes: object) => {
  const { findings } = readProblem({ ...good, ...changes }, 'p.json');
  return findings.map(({ code }) => code);
};
function refused(document: unknown): string[] {
  try {
    readProblem(document, 'p.json');
  } catch (error) {
    if (error instanceof UnusableInput) return error.findings.map(({ code, column }) => `${code} ${column}`);
    throw error;
  }
  return [];
}

describe('a problem file', () => {
  it('needs units, referents and minutes only', () => {
    const { problem, findings } = readProblem(good);
    expect(findings).toEqual([]);
    expect(problem).toMatchObject({
      tolerance: 0.1,
      soft: false,
      pins: [],
      maxPupilsMoved: null,
      stability: 0
    });
  });

  it.each([
    ['no object', 7, ['split-not-an-object ', 'split-empty-list units', 'split-empty-list referents', 'split-wrong-size minutes']],
    ['no unit', { ...good, units: [], minutes: [[], []] }, ['split-empty-list units']],
    ['a unit without a name', { ...good, units: [...good.units.slice(1), { workload: 1, visits: 1 }] }, ['split-bad-id units[3].id']],
    ['a negative workload', { ...good, units: [...good.units.slice(1), unit('9', { workload: -1 })] }, ['split-bad-number units[3].workload']],
    ['two units of one name', { ...good, units: [unit('1'), unit('1'), unit('3'), unit('4')] }, ['split-duplicate-id units']],
    ['two referents of one name', { ...good, referents: [referent('a'), referent('a')] }, ['split-duplicate-id referents']],
    ['minutes of another size', { ...good, minutes: [[1, 2, 3, 4]] }, ['split-wrong-size minutes']],
    ['a row of minutes too short', { ...good, minutes: [[1, 2, 3, 4], [1, 2, 3]] }, ['split-wrong-size minutes']],
    ['minutes that are no number', { ...good, minutes: [[1, 2, 3, '4'], [1, 2, 3, 4]] }, ['split-bad-number minutes[0][3]']],
    ['nobody at work', { ...good, referents: [referent('a', { fte: 0 }), referent('bb', { fte: 0 })] }, ['split-nobody-works referents']],
    ['a pin that is no pair', { ...good, pins: [['1']] }, ['split-bad-pair pins[0]']],
    ['pins that are no list', { ...good, pins: 3 }, ['split-not-a-list pins']],
    ['a tolerance that is text', { ...good, tolerance: '10 %' }, ['split-bad-number tolerance']],
    ['soft that is neither true nor false', { ...good, soft: 'yes' }, ['split-bad-flag soft']]
  ])('is refused with %s', (_, document, expected) => {
    expect(refused(document)).toEqual(expected);
  }); // prettier-ignore

  it('is refused with all its causes at once', () => {
    expect(refused({ ...good, minutes: [], tolerance: -1 })).toEqual([
      'split-wrong-size minutes',
      'split-bad-number tolerance'
    ]);
  });

  it.each([
    ['a key it does not know', { colour: 1 }, ['split-unknown-key']],
    ['a base without coordinates', { referents: [referent('a', { base: null }), referent('bb')] }, ['split-base-without-position']],
    ['a referent without time', { referents: [referent('a'), referent('bb', { fte: 0 })] }, ['split-no-time']],
    ['all bases in one place', { referents: [referent('a'), referent('b')] }, ['split-one-place']],
    ['a tolerance of zero', { tolerance: 0 }, ['split-zero-tolerance']],
    ['a tolerance in percent', { tolerance: 10 }, ['split-wide-tolerance']],
    ['more pinned than a referent can carry', { pins: [['1', 'a'], ['2', 'a'], ['3', 'a']] }, ['split-pins-over-capacity']],
    ['a unit larger than any share', { units: [...good.units.slice(1), unit('9', { workload: 900 })] }, ['split-large-unit']],
    ['an unknown school in a pin', { pins: [['x', 'a']] }, ['split-unknown-name']],
    ['an unknown referent today', { units: [...good.units.slice(1), unit('9', { current: 'z' })] }, ['split-unknown-name']],
    ['a pair of one unit', { apart: [['1', '1']] }, ['split-same-twice']],
    ['a unit pinned twice', { pins: [['1', 'a'], ['1', 'bb']] }, ['split-pinned-twice']],
    ['a unit nobody can reach', { minutes: [[null, 1, 1, 1], [null, 1, 1, 1]] }, ['split-unreachable-unit']],
    ['contiguity without neighbours', { contiguous: true }, ['split-without-neighbour']],
    ['coordinators asked for and absent', { coordinatorTolerance: 0.1 }, ['split-no-coordinator', 'split-no-coordinator']],
    ['a unit without pupils, under a cap on those who change', { maxPupilsMoved: 10, units: [...good.units.slice(1), { id: '9', workload: 10, visits: 1 }] }, ['split-unknown-pupils']],
    ['a unit without pupils, under a price on those who change', { stability: 1, units: [...good.units.slice(1), { id: '9', workload: 10, visits: 1 }] }, ['split-unknown-pupils']],
    ['no work at all', { units: good.units.map(({ id }) => unit(id, { workload: 0 })) }, ['split-no-workload']]
  ])('is remarked, and kept, with %s', (_, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  }); // prettier-ignore
});
