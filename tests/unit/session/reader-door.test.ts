// The door that the reader came in by: it stays lit on a page of another, and no role is stored.
import { expect, it } from 'vitest';
import { menuDoors, pagesOf } from '../../../src/lib/pages/menu.ts';
import { ReaderDoor } from '../../../src/lib/session/reader-door.svelte.ts';

const [officials, heads, coordinators] = menuDoors().map(({ pages }) => pages[1]!.path) as [
  string,
  string,
  string
];
const consulted = pagesOf('beside').at(-1)!.path;
const SITE = 'https://pre.example';
const arrive = (reader: ReaderDoor, route: string, by = 'link', query = '') => {
  reader.arrive({ route, url: new URL(`${route}/${query}`, SITE), by });
  return reader.door;
};

it('the door is that of the first page, and stays when a link leads to a page of another', () => {
  const reader = new ReaderDoor();
  expect(arrive(reader, heads, 'enter')).toBe('head');
  expect(arrive(reader, officials)).toBe('head');
  expect(arrive(reader, consulted)).toBe('head');
  expect(arrive(reader, coordinators)).toBe('head');
});

it('the menu opens another door, a link may say one', () => {
  const reader = new ReaderDoor();
  arrive(reader, officials, 'enter');
  reader.choose('coordination');
  expect(arrive(reader, coordinators)).toBe('coordination');
  expect(arrive(reader, officials, 'enter', '?porte=direction')).toBe('head');
  expect(arrive(new ReaderDoor(), officials, 'enter', '?porte=autre')).toBe('elected');
});

it('the way back leads to the door as it was', () => {
  const reader = new ReaderDoor();
  arrive(reader, officials, 'enter');
  reader.choose('head');
  arrive(reader, heads);
  expect(arrive(reader, officials, 'popstate')).toBe('elected');
  expect(arrive(reader, heads, 'popstate')).toBe('head');
});

it('a copied link says the door only where it is not the page’s own', () => {
  const reader = new ReaderDoor();
  arrive(reader, heads, 'enter');
  expect(reader.address(`${SITE}${heads}/?a=1`, heads)).toBe(`${SITE}${heads}/?a=1`);
  arrive(reader, officials);
  expect(reader.address(`${SITE}${officials}/?a=1`, officials)).toBe(
    `${SITE}${officials}/?a=1&porte=direction`
  );
});
