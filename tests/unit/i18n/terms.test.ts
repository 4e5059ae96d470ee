import { expect, it } from 'vitest';
import { inCommune, levelName, themeName } from '../../../src/lib/i18n/terms.ts';

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
