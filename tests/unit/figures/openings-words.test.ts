// What a council reads of the openings: one sentence for every answer, never a post for a school that a post of today follows.
import { describe, expect, it } from 'vitest';
import { openingAnswer, openingStops, postCost, type OpeningsFacts } from '$lib/engines/demand/index.ts';
import {
  followerName,
  openingsSentence,
  reachWords,
  rentreesSentence,
  stopWords
} from '$lib/figures/openings-words.ts';

const HYPOTHESIS = postCost(null, null);
const school = (id: string, work: number) => ({ id, work, minutes: { A: 12, B: 20 }, isReachable: true });
/** A is under its share by what B has beyond its own. */
const facts = (works: readonly number[], uneven: number): OpeningsFacts => ({
  queue: works.map((work, at) => school(`S${at}`, work)),
  posts: [
    { id: 'A', fte: 1, load: 1000 - uneven },
    { id: 'B', fte: 1, load: 1000 + uneven }
  ],
  followed: 20,
  today: '2026-11-29',
  since: '2025-2026',
  cost: HYPOTHESIS.euros
});
const plain = (text: string) => text.replace(/<\/?[a-z]+>/g, '').replace(/[\u00a0\u202f]/g, ' ');

/** Sentence of the answer, or of so many posts, for the whole territory or some schools. */
function said(asked: OpeningsFacts, posts?: number, some?: readonly string[], cost = HYPOTHESIS, split = '') {
  const stops = openingStops(asked);
  const ids = new Set(some ?? asked.queue.map(({ id }) => id));
  const answer = openingAnswer(stops, ids)!;
  const stop = stops.find((one) => one.asked === (posts ?? answer.posts))!;
  return plain(openingsSentence(stop, { ids, where: some ? 'à Marly' : null }, answer.posts, cost, split));
}

/** What opens when, with the posts of the answer or so many. */
function when(asked: OpeningsFacts, posts?: number, some?: readonly string[]) {
  const stops = openingStops(asked);
  const ids = new Set(some ?? asked.queue.map(({ id }) => id));
  const stop = stops.find((one) => one.asked === (posts ?? openingAnswer(stops, ids)!.posts))!;
  return plain(rentreesSentence(stop, { ids, where: some ? 'à Marly' : null }, HYPOTHESIS));
}

describe('what opens when', () => {
  it('counts the schools of each rentrée, with the posts that they ask and what these cost', () => {
    expect(when(facts([300, 300, 900], 600))).toBe(
      'Trois écoles attendent. Deux peuvent ouvrir à la rentrée 2027 (deux sans nouveau poste), une à la rentrée 2028, avec 1 poste de plus, 52 000 € par an (hypothèse).'
    );
    expect(when(facts([900], 0))).toBe(
      'Une école attend. Elle peut ouvrir à la rentrée 2028, avec 1 poste de plus, 52 000 € par an (hypothèse).'
    );
  });

  it('says how many still wait, and asks no post where none is needed', () => {
    expect(when(facts([300, 300, 900], 600), 0)).toBe(
      'Trois écoles attendent. Deux peuvent ouvrir à la rentrée 2027, sans nouveau poste ; une attend encore.'
    );
    expect(when(facts([300, 300], 0), 0)).toBe(
      'Deux écoles attendent. Aucune n’ouvre d’ici 2029-2030, sans nouveau poste.'
    );
    expect(when(facts([300, 300, 900], 600), 1, ['S0', 'S1'])).toBe(
      'Deux écoles à Marly attendent. Deux peuvent ouvrir à la rentrée 2027, sans nouveau poste.'
    );
  });
});

describe('the sentence of the openings', () => {
  it('says that schools open without a post, and how many still wait', () => {
    expect(said(facts([300, 300, 900], 600), 0)).toBe(
      'Sans nouveau poste, deux des trois écoles seront suivies à la rentrée 2027, par des référents qui ont de la place ; une attend encore.'
    );
    expect(said(facts([300, 900, 900], 300), 0)).toBe(
      'Sans nouveau poste, une des trois écoles sera suivie à la rentrée 2027, par un référent qui a de la place ; deux attendent encore.'
    );
    expect(said(facts([300, 300], 0), 0)).toBe(
      'Sans nouveau poste, les deux écoles attendent encore en 2029-2030.'
    );
  });

  it('asks for no post where all open without one', () => {
    expect(said(facts([300, 300], 600))).toBe(
      'Pour suivre les deux écoles : aucun nouveau poste. Elles seront suivies à la rentrée 2027, par des référents qui ont de la place.'
    );
    expect(said(facts([300], 600))).toBe(
      'Pour suivre l’école qui attend : aucun nouveau poste. Elle sera suivie à la rentrée 2027, par un référent qui a de la place.'
    );
  });

  it('beside a post asked, says who opens without it, and that its cost is a hypothesis', () => {
    expect(said(facts([300, 300, 900], 600))).toBe(
      'Pour suivre les trois écoles : 1 poste d’ici 2028-2029, 52 000 € par an (hypothèse). Deux seront suivies sans nouveau poste dès la rentrée 2027, par des référents qui ont de la place. À créer : un demi-poste à la rentrée 2027, puis un demi-poste à la rentrée 2028, pour l’autre école.'
    );
    expect(said(facts([300, 500, 900], 300), 0.5)).toBe(
      'Avec un demi-poste de plus d’ici 2027-2028, 26 000 € par an (hypothèse : 52 000 € par poste) : deux écoles sur trois seront suivies, dont une avec les référents en poste ; une attend encore. À créer : un demi-poste à la rentrée 2027.'
    );
    expect(said(facts([900], 0))).toBe(
      'Pour suivre l’école qui attend : 1 poste d’ici 2028-2029, 52 000 € par an (hypothèse). À créer : un demi-poste à la rentrée 2027, puis un demi-poste à la rentrée 2028.'
    );
  });

  it('says with which répartition the posts are asked', () => {
    const split = ' avec la répartition d’aujourd’hui';
    expect(said(facts([900], 0), undefined, undefined, HYPOTHESIS, split)).toBe(
      'Pour suivre l’école qui attend avec la répartition d’aujourd’hui : 1 poste d’ici 2028-2029, 52 000 € par an (hypothèse). À créer : un demi-poste à la rentrée 2027, puis un demi-poste à la rentrée 2028.'
    );
    expect(said(facts([300, 500, 900], 300), 0, undefined, HYPOTHESIS, split)).toMatch(
      /^Sans nouveau poste avec la répartition d’aujourd’hui, une des trois écoles sera suivie/
    );
  });

  it('calls no cost a hypothesis that the service told', () => {
    const typed = postCost(60_000, null);
    const asked = { ...facts([900], 0), cost: typed.euros };
    expect(said(asked, undefined, undefined, typed)).toBe(
      'Pour suivre l’école qui attend : 1 poste d’ici 2028-2029, 60 000 € par an. À créer : un demi-poste à la rentrée 2027, puis un demi-poste à la rentrée 2028.'
    );
  });

  it('asks nothing for a commune whose schools open without a post, whatever others ask', () => {
    expect(said(facts([300, 300, 900], 600), 1, ['S0', 'S1'])).toBe(
      'Pour suivre les deux écoles à Marly : aucun nouveau poste. Elles seront suivies à la rentrée 2027, par des référents qui ont de la place.'
    );
  });
});

it('a line says who follows the school and why: the nearest with room, else a new post, a part of one named so', () => {
  const stops = openingStops(facts([300, 500, 900, 900], 300));
  const { lines } = stops.findLast(({ isProposed }) => isProposed)!;
  expect(plain(reachWords(lines[0]!)!)).toBe('à 12 min, 5 h libres par semaine');
  expect(reachWords(lines[1]!)).toBe('aucun référent en poste n’a la place');
  const names = [1, 2, 3].map((number) => plain(followerName({ kind: 'new', number }, 2.5)));
  expect(names).toEqual(['nouveau poste 1', 'nouveau poste 2', 'nouveau demi-poste']);
  expect(followerName({ kind: 'new', number: 1 }, 1.5)).toBe('nouveau poste');
});

it('the stop without a post says how many wait, and that all are followed where none does', () => {
  expect(stopWords(openingStops(facts([300, 300, 900], 600))[0]!)).toBe('1 attend');
  expect(stopWords(openingStops(facts([300, 300], 600))[0]!)).toBe('toutes suivies');
});
