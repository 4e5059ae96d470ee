// What signs a save is a function, and what a save says is counts: nobody is named.
import { expect, it } from 'vitest';
import { halfDayWords, isRole, savedBy } from '../../../../src/lib/features/territory/several/words.ts';
import { saveSentence } from '../../../../src/lib/i18n/findings/save-words.ts';
import { setLocale } from '../../../../src/lib/i18n/paraglide/runtime.js';

it('takes a post of the territory or words of a function, and refuses what may be a name', () => {
  for (const role of ['Coordination 2', 'Responsable du service', 'coordinatrice', 'Référent 6', 'R3'])
    expect(isRole(role, ['R3']), role).toBe(true);
  for (const name of ['Léa Martin', 'léa', 'Dupont', 'dupont', 'Dupont 2', 'Mme Petit', 'lea@ville.fr', 'R3'])
    expect(isRole(name, []), name).toBe(false);
});

it('says who saved, in which half-day, and what changed in counts, in both languages', () => {
  const entry = { from: ['s1'], changed: { config: 2, corrections: 1 } } as const;
  expect(savedBy('Coordination 1', 'Coordination 1')).toBe('Coordination 1, vous');
  expect(savedBy(null, '')).toBe('Fonction non dite');
  expect(halfDayWords('2026-12-01 pm')).toBe('mardi 1er décembre 2026, après-midi');
  expect(saveSentence(entry)).toBe('Deux réglages changés, une valeur corrigée.');
  expect(saveSentence({ from: [], changed: { config: 90 } })).toBe('Premier enregistrement.');
  expect(saveSentence({ from: ['s1', 's2'], changed: { plans: 1 } })).toBe(
    'Deux dossiers réunis\u202f: une ligne changée dans les répartitions enregistrées.'
  );
  void setLocale('en', { reload: false });
  expect(saveSentence(entry)).toBe('Two settings changed, one value corrected.');
  void setLocale('fr', { reload: false });
});
