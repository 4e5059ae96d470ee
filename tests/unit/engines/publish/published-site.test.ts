// What a published site holds: its own files on the shell of every site, under a version of their own.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  checkProfile,
  publishedSite,
  readShell,
  type PageMaker,
  type PublishInput
} from '../../../../src/lib/engines/publish/index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const files = new Map([
  ['tables/dashboard.json', utf8('{"territory":{"siren":"200042190"}}')],
  ['graph/team.json', utf8('{}')],
  ['findings.json', utf8('[]')]
]);
const shell = readShell(
  JSON.stringify({
    version: 'a1b2',
    files: [
      { path: '_app/immutable/entry/start.js', bytes: 3 },
      { path: '_app/version.json', bytes: 9, text: '{"version":"a1b2"}' },
      { path: '_headers', bytes: 9, text: 'self' },
      { path: 'packs/59.pack', bytes: 16 },
      { path: 'packs/packs.json', bytes: 9, text: '{"packs":[59],"sources":[1],"version":1}' },
      { path: 'packs/pre.pack', bytes: 2 },
      { path: 'packs/reference.pack', bytes: 21 },
      { path: 'service-worker.js', bytes: 9, text: 'const version = "a1b2";' }
    ]
  })
);
const maker: PageMaker = {
  pages: ['/', '/ecoles'],
  make: (page) =>
    Promise.resolve({
      file: page === '/' ? 'index.html' : `${page.slice(1)}/index.html`,
      html: '<a href="/ecoles/">'
    }),
  fallback: () => Promise.resolve({ file: '404.html', html: 'inconnue' })
};

async function publish(options: Partial<PublishInput> = {}) {
  const site = publishedSite({
    files,
    shell,
    maker,
    read: (path) => Promise.resolve(utf8(path)),
    hash: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    ...options
  });
  const made = new Map<string, string>();
  for (;;) {
    const { done, value } = await site.next();
    if (done) return { made, counts: value, kept: JSON.parse(made.get('kept.json') ?? '') };
    made.set(value.path, new TextDecoder().decode(value.bytes));
  }
}

describe('a published site', () => {
  it('has its pages, the files of its territory and the shell, and lists them for offline use', async () => {
    const { made, counts, kept } = await publish();
    expect([...made.keys()].sort()).toEqual([
      '404.html',
      '_app/immutable/entry/start.js',
      '_app/publish/shell.json',
      '_app/version.json',
      '_headers',
      'ecoles/index.html',
      'graph/team.json',
      'index.html',
      'kept.json',
      'packs/packs.json',
      'packs/pre.pack',
      'packs/reference.pack',
      'service-worker.js',
      'tables/dashboard.json'
    ]);
    expect(counts).toEqual({ pages: 2, broken: [] });
    expect(kept).toMatchObject({
      build: ['_app/immutable/entry/start.js'],
      files: [
        '_app/publish/shell.json',
        '_headers',
        'graph/team.json',
        'packs/packs.json',
        'packs/pre.pack',
        'packs/reference.pack',
        'tables/dashboard.json'
      ],
      pages: ['', 'ecoles/']
    });
  });

  it('has a version of its own, the same for the same files, another as soon as one changes', async () => {
    const { kept, made } = await publish();
    expect(kept.version).toMatch(/^[0-9a-f]{16}$/);
    expect(made.get('service-worker.js')).toBe(`const version = "${kept.version}";`);
    expect(made.get('_app/publish/shell.json'), 'from which another site may be published').toContain('a1b2');
    expect((await publish()).kept.version).toBe(kept.version);
    const changed = new Map(files).set('graph/team.json', utf8('{ }'));
    expect((await publish({ files: changed })).kept.version).not.toBe(kept.version);
  });

  it('leaves to its scripts the version that they were built with: a page that asks for it would load itself again for ever', async () => {
    expect((await publish()).made.get('_app/version.json')).toBe('{"version":"a1b2"}');
  });

  it('ships the packs of the country only when asked, and tells them only then', async () => {
    const { made } = await publish();
    expect(JSON.parse(made.get('packs/packs.json') ?? '')).toEqual({ packs: [], sources: [], version: 1 });
    expect(made.get('_app/publish/shell.json')).not.toContain('59.pack');
    const withPacks = (await publish({ packs: true })).made;
    expect(JSON.parse(withPacks.get('packs/packs.json') ?? '')).toMatchObject({ packs: [59] });
    expect(withPacks.has('packs/59.pack')).toBe(true);
  });

  it('tells how far it is, and stops when asked', async () => {
    const steps: number[] = [];
    const { made } = await publish({ onProgress: ({ done, of }) => steps.push(done / of) });
    expect(steps).toHaveLength(made.size - 1);
    expect(steps.at(-1)).toBe(1);
    await expect(publish({ signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it('can do without pages made beforehand', async () => {
    const { made, counts, kept } = await publish({ shellOnly: true });
    expect(counts.pages).toBe(0);
    expect(made.get('index.html')).toBe('inconnue');
    expect(made.get('ecoles/index.html'), 'a host that only serves files finds it').toBe('inconnue');
    expect(kept.pages).toEqual(['', 'ecoles/']);
  });
});

describe('before a site is published', () => {
  const territory = (flags: object, ...posts: string[]) =>
    new Map([
      ['tables/dashboard.json', utf8(JSON.stringify({ territory: { siren: '200042190', ...flags } }))],
      ...posts.map((path) => [path, utf8('{}')] as const)
    ]);

  it('files made for the service are refused to the public, and the other way round', () => {
    expect(() => checkProfile(territory({ internal: true }), 'public')).toThrow('publish-other-profile');
    expect(() => checkProfile(territory({}), 'internal')).toThrow('publish-other-profile');
    expect(() => checkProfile(territory({ internal: true }, 'graph/team.json'), 'internal')).not.toThrow();
  });

  it('the posts of a real service are refused to the public', () => {
    expect(() => checkProfile(territory({}, 'graph/split.json'), 'public')).toThrow('publish-posts');
    expect(() => checkProfile(territory({ demonstration: true }, 'graph/team.json'), 'public')).not.toThrow();
    expect(() => checkProfile(new Map(), 'public')).toThrow('missing-file');
  });

  it('a territory without posts has the same files, and is published', () => {
    const files = territory({})
      .set('graph/team.json', utf8('{"posts":[]}'))
      .set('graph/split.json', utf8('{"posts":[]}'));
    expect(() => checkProfile(files, 'public')).not.toThrow();
    files.set('graph/split.json', utf8('{"posts":["EQ-1"]}'));
    expect(() => checkProfile(files, 'public')).toThrow('publish-posts');
  });
});
