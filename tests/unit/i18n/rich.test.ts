import { expect, it } from 'vitest';
import { richParts } from '../../../src/lib/i18n/rich.ts';

it('a sentence keeps its words and order around its marked parts', () => {
  expect(richParts('Six suivent <b>67 écoles</b>. <waiting>Onze attendent</waiting>.')).toEqual([
    { tag: null, text: 'Six suivent ' },
    { tag: 'b', text: '67 écoles' },
    { tag: null, text: '. ' },
    { tag: 'waiting', text: 'Onze attendent' },
    { tag: null, text: '.' }
  ]);
});

it('text that only looks like a tag is shown as it is', () => {
  expect(richParts('a < b <i>')).toEqual([{ tag: null, text: 'a < b <i>' }]);
  expect(richParts('')).toEqual([]);
});
