// What « Vérifier ce site » says of a host.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkSite, compareHeaders, SECURITY_HEADERS } from '$lib/features/info/site-check';

const LIST = JSON.stringify({
  version: 'v1',
  build: ['_app/immutable/a.js'],
  files: ['_headers', 'tables/b.arrow'],
  pages: ['', 'confidentialite/']
});

/** A host that gives these paths, and no other. */
const host =
  (paths: readonly string[], headers: Record<string, string> = {}): typeof fetch =>
  (input) => {
    const path = String(input).replace('/site/', '');
    const body = path === 'kept.json' ? LIST : '';
    return Promise.resolve(new Response(body, { status: paths.includes(path) ? 200 : 404, headers }));
  };
const ALL = ['kept.json', '_app/immutable/a.js', 'tables/b.arrow', '', 'confidentialite/'];

it('the headers that are looked for are those that the site asks of its hosts, for every page', () => {
  const [, block = ''] = /^\/\*\n((?: {2}.+\n)+)/.exec(readFileSync('static/_headers', 'utf8')) ?? [];
  const asked = block
    .trim()
    .split('\n')
    .map((line) => /^\s*([^:]+): (.*)$/.exec(line)?.slice(1));
  expect(SECURITY_HEADERS).toEqual(asked.map(([name = '', value] = []) => [name.toLowerCase(), value]));
});

it('a header is as asked whatever its case, another, or absent', () => {
  const states = compareHeaders(new Headers({ 'X-Frame-Options': 'deny', 'Referrer-Policy': 'origin' }));
  const of = (name: string) => states.find((header) => header.name === name)?.state;
  expect(of('x-frame-options')).toBe('same');
  expect(of('referrer-policy')).toBe('other');
  expect(of('content-security-policy')).toBe('absent');
});

it('a whole copy misses nothing, and files for hosts are not asked for', async () => {
  const steps: string[] = [];
  const check = await checkSite('/site', (done, all) => steps.push(`${done}/${all}`), host(ALL));
  expect(check).toMatchObject({ version: 'v1', files: 4, missing: [] });
  expect(check.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(steps.at(-1)).toBe('4/4');
});

it('a file that does not answer is named; a page may answer by the name of its file', async () => {
  const paths = ['kept.json', '_app/immutable/a.js', 'index.html', 'confidentialite/'];
  const check = await checkSite('/site', () => undefined, host(paths));
  expect(check.missing).toEqual(['tables/b.arrow']);
});

it('a host without the list is an error', async () => {
  await expect(checkSite('/site', () => undefined, host([]))).rejects.toThrow('kept.json: 404');
});
