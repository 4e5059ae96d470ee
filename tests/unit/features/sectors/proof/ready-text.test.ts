// The text for a council says no more than what is established.
import { describe, expect, it } from 'vitest';
import { readyText, type ReadyFacts } from '../../../../../src/lib/features/sectors/proof/ready-text.ts';

const facts: ReadyFacts = {
  infeasible: false,
  keepsRules: true,
  objective: 6000,
  bound: 5700,
  isChecked: true,
  pupils: 900,
  fewest: 684
};
const text = (part: Partial<ReadyFacts> = {}) => readyText({ ...facts, ...part }).replaceAll(/\s/g, ' ');

describe('the text for a council', () => {
  it('says what another plan would gain at most, who checked it, and the fewest pupils who change', () => {
    expect(text()).toBe(
      'Sous ces règles, une autre répartition gagnerait au plus 30 min de route estimée par semaine, soit 5,0 %. Ce résultat est contrôlé deux fois, par deux programmes séparés. Pour que ces règles tiennent, au moins 684 élèves changent de référent. Cette répartition en change 900.'
    );
    expect(text({ bound: 6000 })).toMatch(/^Sous ces règles, aucune répartition n’a moins de route estimée/);
  });

  it('keeps silent on what is not established', () => {
    expect(text({ bound: null })).toBe('');
    expect(text({ fewest: null })).not.toContain('élèves');
    expect(text({ fewest: 0 })).not.toContain('au moins');
    expect(text({ pupils: 0 })).not.toContain('en change');
    expect(text({ isChecked: false })).toContain('contrôlé une fois');
    expect(text({ keepsRules: false, objective: 5000 })).toMatch(
      /^La répartition à l’écran ne respecte pas ces règles(?!.*en change)/
    );
    expect(text({ infeasible: true, bound: null })).toMatch(/^Aucune répartition ne respecte/);
  });
});
