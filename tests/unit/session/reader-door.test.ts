// The door that the reader came in by: it stays lit on a page of another, and no role is stored.
import { expect, it } from 'vitest';
import { ReaderDoor } from '../../../src/lib/session/reader-door.svelte.ts';

const at = (address: string) => new URL(address.replace('//', '/'), 'https://pre.example');
const arrive = (reader: ReaderDoor, route: string, by = 'link', query = '') => {
  reader.arrive({ route, url: at(`${route}/${query}`), by });
  return reader.door;
};

it('the door is that of the first page, and stays when a link leads to a page of another', () => {
  const reader = new ReaderDoor();
  expect(arrive(reader, '/ecoles', 'enter')).toBe('head');
  expect(arrive(reader, '/programme')).toBe('head');
  expect(arrive(reader, '/methode')).toBe('head');
  expect(arrive(reader, '/territoires')).toBe('head');
});

it('the menu opens another door, a link may say one', () => {
  const reader = new ReaderDoor();
  arrive(reader, '/', 'enter');
  reader.choose('coordination');
  expect(arrive(reader, '/reunions')).toBe('coordination');
  expect(arrive(reader, '/programme', 'enter', '?porte=direction')).toBe('head');
  expect(arrive(new ReaderDoor(), '/programme', 'enter', '?porte=autre')).toBe('elected');
});

it('the way back leads to the door as it was', () => {
  const reader = new ReaderDoor();
  arrive(reader, '/programme', 'enter');
  reader.choose('head');
  arrive(reader, '/ecoles');
  expect(arrive(reader, '/programme', 'popstate')).toBe('elected');
  expect(arrive(reader, '/ecoles', 'popstate')).toBe('head');
});

it('a copied link says the door only where it is not the page’s own', () => {
  const reader = new ReaderDoor();
  arrive(reader, '/ecoles', 'enter');
  expect(reader.address('https://pre.example/ecoles/?lieu=59014', '/ecoles')).toBe(
    'https://pre.example/ecoles/?lieu=59014'
  );
  arrive(reader, '/programme');
  expect(reader.address('https://pre.example/programme/?theme=sante', '/programme')).toBe(
    'https://pre.example/programme/?theme=sante&porte=direction'
  );
});
