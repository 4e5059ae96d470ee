// Year and place go from page to page: each page follows them, or says in a line that it does not; the panel lists what all follow.
import { expect, it } from 'vitest';
import { CoverageCube } from '../../../../src/lib/cube/coverage.ts';
import { decisionLines } from '../../../../src/lib/figures/decision-lines.ts';
import { Decision } from '../../../../src/lib/session/decision/decision.svelte.ts';
import { unfollowedWords } from '../../../../src/lib/session/decision/followed-words.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';

const cube = new CoverageCube(smallDashboard);
const chosen = () => {
  const decision = new Decision({ dashboard: smallDashboard });
  decision.chooseYear('2024-2025');
  decision.choosePlace({ kind: 'commune', code: '10001' });
  return decision;
};

it('a page says the year and the place that it does not follow, and nothing where it does', () => {
  const said = (decision: Decision, year: '2024-2025' | '2025-2026', whole: boolean) =>
    unfollowedWords(decision, { years: [year], whole }, (code) => cube.nameOf(code));
  expect(said(chosen(), '2025-2026', true)).toMatch(/ni l’année \(2024-2025\) ni le lieu \(Alpha\)/);
  expect(said(chosen(), '2025-2026', false)).toMatch(/l’année choisie ailleurs \(2024-2025\)/);
  expect(said(chosen(), '2024-2025', true)).toMatch(/le lieu choisi ailleurs \(Alpha\)/);
  expect(said(chosen(), '2024-2025', false)).toBeNull();
  expect(said(new Decision({ dashboard: smallDashboard }), '2025-2026', true)).toBeNull();
});

it('the panel of the decision lists what every page follows, and no filter', () => {
  const labels = decisionLines(chosen(), cube, true).map(({ label }) => label);
  expect(labels).toEqual(['Répartition', 'Calendrier des réunions', 'Postes demandés']);
});
