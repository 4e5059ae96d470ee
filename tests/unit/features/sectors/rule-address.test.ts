import { describe, expect, it } from 'vitest';
import { readRules, rulesText, writeRules } from '../../../../src/lib/features/sectors/state/rule-address.ts';
import type { AssignmentFile } from '../../../../src/lib/engines/assignment/problem/assignment-file.ts';

const file = {
  schools: [{ uai: '0590001A' }, { uai: '0590002B' }],
  posts: [{ id: 'Référent 1' }, { id: 'Référent 2' }]
} as unknown as AssignmentFile;

describe('what stays and what is locked', () => {
  it('comes back from a link, in any order', () => {
    const rules = { pinned: ['0590002B', '0590001A'], locked: ['Référent 2'] };
    const params = new URLSearchParams();
    writeRules(params, rules, file);
    expect(params.toString()).toBe('fixees=0590001A.0590002B&verrous=2');
    const read = readRules(params, file);
    expect(rulesText(read, file)).toBe(rulesText(rules, file));
  });

  it('is left out where the territory does not know it, and is nothing without a word', () => {
    const params = new URLSearchParams('fixees=0599999Z.0590001A&verrous=7.x');
    expect(readRules(params, file)).toEqual({ pinned: ['0590001A'], locked: [] });
    expect(readRules(new URLSearchParams(), file)).toEqual({ pinned: [], locked: [] });
  });
});
