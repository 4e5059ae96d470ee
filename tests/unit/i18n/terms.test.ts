import { expect, it } from 'vitest';
import { whoWords } from '../../../src/lib/figures/calendar/conflict-words.ts';
import type { MeetingsState } from '../../../src/lib/features/meetings/meetings-state.svelte.ts';
import { m } from '../../../src/lib/i18n/paraglide/messages.js';
import { setLocale } from '../../../src/lib/i18n/paraglide/runtime.js';
import {
  inCommune,
  levelName,
  ofPlace,
  theSchool,
  themeName,
  toCommune,
  toPlace,
  toSchool
} from '../../../src/lib/i18n/terms.ts';

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

it('the room of a commune and the roads of a trip are said as one speaks', () => {
  const said = m.travel_trip_roads_title({ from: ofPlace('Aibes'), to: toPlace('Le Quesnoy') });
  expect(said).toBe('Routes d’Aibes au Quesnoy');
  expect(toPlace('École Pasteur')).toBe('à l’école Pasteur');
  const state = { dashboard: { communes: [{ code: '59003', name: 'Aibes' }], schools: [] } };
  expect(whoWords(state as unknown as MeetingsState, 'room:59003')).toBe('la salle d’Aibes');
});

it('« de » joins the name that follows it, and leaves English alone', () => {
  expect(
    ['Marly', 'Anzin', 'Hergnies', 'Le Quesnoy', 'Les Rues-des-Vignes', 'La Sentinelle'].map(ofPlace)
  ).toEqual(['de Marly', 'd’Anzin', 'd’Hergnies', 'du Quesnoy', 'des Rues-des-Vignes', 'de La Sentinelle']);
  expect(ofPlace('École élémentaire Jules Ferry')).toBe('de l’école élémentaire Jules Ferry');
  expect(ofPlace('Collège Watteau')).toBe('du collège Watteau');
  expect(toCommune('Le Quesnoy')).toBe('au Quesnoy');
  setLocale('en', { reload: false });
  try {
    expect([ofPlace('Anzin'), ofPlace('Collège Watteau'), toCommune('Anzin')]).toEqual([
      'Anzin',
      'Collège Watteau',
      'Anzin'
    ]);
  } finally {
    setLocale('fr', { reload: false });
  }
});
