import { describe, expect, it } from 'vitest';
import { slugOf, unaccented } from '../../../src/lib/model/unaccented.ts';

describe('text without accents', () => {
  it('is compared whatever its case, accents and ligatures', () => {
    expect(unaccented('Cité Œuvrière')).toBe('cite oeuvriere');
  });

  it('makes a name of file, empty where nothing is left', () => {
    expect(slugOf('Métropole Européenne de Lille')).toBe('metropole-europeenne-de-lille');
    expect(slugOf(' Hypothèse n° 2 (été) ')).toBe('hypothese-n-2-ete');
    expect(slugOf('« … »')).toBe('');
  });
});
