import { expect, it } from 'vitest';
import { inCommune, levelName, theSchool, themeName, toSchool } from '../../../src/lib/i18n/terms.ts';

it('a commune takes the right French preposition', () => {
  expect(inCommune('Valenciennes')).toBe('à Valenciennes');
  expect(inCommune('Le Quesnoy')).toBe('au Quesnoy');
  expect(inCommune('Les Rues-des-Vignes')).toBe('aux Rues-des-Vignes');
  expect(inCommune('La Sentinelle')).toBe('à La Sentinelle');
});

it('codes have names', () => {
  expect(levelName('elementaire')).toBe('Élémentaire');
  expect(themeName('estime-de-soi')).toBe('Estime de soi');
});

it('a school takes its article in a sentence', () => {
  expect(theSchool('École primaire Marie Curie')).toBe('l’école primaire Marie Curie');
  expect(toSchool('Collège Watteau')).toBe('au collège Watteau');
  expect(toSchool('Groupe scolaire Louis Duvant')).toBe('au groupe scolaire Louis Duvant');
  expect(theSchool('Institution Notre-Dame')).toBe('Institution Notre-Dame');
});
