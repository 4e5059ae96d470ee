// Starting data come from the site when they are asked for; what is missing or cannot be reached is told.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPack } from '../../../../src/lib/engines/territory-builder/index.ts';
import { findingCodes } from '../../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { loadPackIndex, loadPacks, loadReference } from '../../../../src/lib/session/territory/packs.ts';

/** A site under /reussite with the packs of the repository; what it was asked for. */
function site() {
  const asked: string[] = [];
  const fetcher = ((input: string) => {
    asked.push(input);
    const name = input.replace('/reussite/packs/', '');
    try {
      return Promise.resolve(new Response(readFileSync(`data/packs/${name}`)));
    } catch {
      return Promise.resolve(new Response('', { status: 404 }));
    }
  }) as typeof fetch;
  return { asked, fetcher };
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'loaded',
    (error: unknown) => (error instanceof UnusableInput ? error.finding.code : String(error))
  );

it('the division is fetched once, read for the page and kept as a file for the worker', async () => {
  const { asked, fetcher } = site();
  const [first, second] = [
    await loadReference('/reussite', fetcher),
    await loadReference('/reussite', fetcher)
  ];
  expect(first.reference.search('Maubeuge')[0]?.siren).toBe('200043396');
  expect(second.bytes).toBe(first.bytes);
  expect(asked).toEqual(['/reussite/packs/reference.pack']);
});

it('the packs of the départements of an EPCI are fetched, and nothing else', async () => {
  const { asked, fetcher } = site();
  const [nord, pas] = await loadPacks('/reussite', ['59', '62'], fetcher);
  expect([readPack(nord!).departement, readPack(pas!).departement]).toEqual(['59', '62']);
  expect(asked).toEqual(['packs.json', '59.pack', '62.pack'].map((name) => `/reussite/packs/${name}`));
  const { packs, sources } = await loadPackIndex('/reussite', fetcher);
  expect(packs.map(({ departement }) => departement)).toContain('974');
  expect(sources.every(({ licence }) => licence === 'Licence Ouverte 2.0')).toBe(true);
});

it('a site that ships no pack gives none, and asks for none', async () => {
  const asked: string[] = [];
  const fetcher = ((input: string) => {
    asked.push(input);
    return Promise.resolve(new Response('{"version":1,"reference":{},"packs":[],"sources":[]}'));
  }) as typeof fetch;
  expect(await loadPacks('', ['59'], fetcher)).toEqual([]);
  expect(asked).toEqual(['/packs/packs.json']);
});

it('what is listed and not there, or cannot be reached, is refused with words', async () => {
  const list = '{"version":1,"packs":[{"departement":"59"}]}';
  const with59 = (answer: () => Promise<Response>) =>
    ((input: string) =>
      input.endsWith('packs.json') ? Promise.resolve(new Response(list)) : answer()) as typeof fetch;
  const absent = with59(() => Promise.resolve(new Response('', { status: 404 })));
  const cut = with59(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await refusal(loadPacks('', ['59'], absent))).toBe('missing-pack');
  expect(await refusal(loadPacks('', ['59'], cut))).toBe('unreachable-pack');
  expect(await refusal(loadReference('', absent))).toBe('missing-pack');
  for (const code of ['missing-pack', 'unreachable-pack']) expect(findingCodes()).toContain(code);
});
