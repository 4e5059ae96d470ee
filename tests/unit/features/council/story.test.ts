// A story: its addresses, its file, the one proposed, the keys that turn it, the page that carries it away.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDashboard } from '../../../../src/lib/cube/read-dashboard.ts';
import { storyHtml } from '../../../../src/lib/export/story-html.ts';
import { readStoryAddress, writeStoryAddress, type Story } from '../../../../src/lib/pages/story.ts';
import { readStoryFile, writeStoryFile } from '../../../../src/lib/storage/story-file.ts';
import { frameOf, framedAddress } from '../../../../src/lib/features/share/framed-address.ts';
import { StoryState } from '../../../../src/lib/session/story-state.svelte.ts';
import { deckKey } from '../../../../src/lib/features/council/deck-keys.ts';
import { defaultStory } from '../../../../src/lib/features/council/default-story.ts';
import { snapshotFromUrl } from '../../../../src/lib/features/council/page-views.ts';
import { smallDashboard } from '../../../fixtures/dashboard.ts';
import { smallSplit } from '../../../fixtures/service.ts';
import { smallProgramme } from '../../../fixtures/programme.ts';
import { draws } from '../../../draws.ts';

const HERE = '200000001';
const story: Story = {
  title: 'Conseil',
  steps: [
    { address: '/', title: 'Où en sommes-nous ?', text: 'Une ligne\nune autre' },
    { address: '/?moment=evolution&de=2024-2025', title: 'Depuis', text: '' }
  ]
};
const material = { dashboard: smallDashboard, programme: smallProgramme, assignment: null, outlines: null };

describe('the address of a step', () => {
  it('is a view of the site, however it was copied', () => {
    const written = (text: string, base = '') => {
      const found = readStoryAddress(text, base);
      return found && writeStoryAddress(found);
    };
    expect(written('/?moment=evolution&de=2021-2022&seance=3')).toBe('/?moment=evolution&de=2021-2022');
    // Saved when the comparison was a page of its own.
    expect(written('/evolution?de=2021-2022&a=2023-2024&seance=3')).toBe(
      '/?de=2021-2022&annee=2023-2024&moment=evolution'
    );
    expect(written('https://ville.fr/maillage/programme.html?theme=sante', '/maillage')).toBe(
      '/programme?theme=sante'
    );
    expect(written('https://ville.fr/')).toBe('/');
    for (const text of ['', 'javascript:alert(1)', '/methode', '/nulle-part', 'data:text/html,x', '//'])
      expect(written(text), text).toBeNull();
  });

  it('of a former version leads to the page where its content is now, with its parameters', () => {
    const now = (text: string) => writeStoryAddress(readStoryAddress(text)!);
    expect(now('/avenir?hausse=nulle')).toBe('/ecoles?hausse=nulle&montre=annees');
    expect(now('/avenir?montre=ouvertures&lieux=a')).toBe('/ecoles?montre=ouvertures&lieux=a');
  });

  it('goes into a frame and back', () => {
    expect(frameOf('/?moment=evolution&de=2021-2022')).toBe('carte/?moment=evolution&de=2021-2022');
    expect(frameOf('/')).toBe('carte/');
    expect(frameOf('/methode')).toBeNull();
    // Frames that stand in other sites since the comparison was a page of its own.
    expect(framedAddress(new URLSearchParams('page=evolution&de=2021-2022&a=2023-2024'))).toBe(
      '/?de=2021-2022&annee=2023-2024&moment=evolution'
    );
    expect(framedAddress(new URLSearchParams(''))).toBe('/');
    expect(framedAddress(new URLSearchParams('page=nulle'))).toBeNull();
  });

  it('takes its plan into a frame of sectors, and into no other', () => {
    const plan = '#plan=200000001.010.01';
    expect(frameOf(`/secteurs?attente=oui${plan}`)).toBe(`carte/?page=secteurs&attente=oui${plan}`);
    const framed = (query: string, fragment: string) => framedAddress(new URLSearchParams(query), fragment);
    expect(framed('page=secteurs&attente=oui', plan)).toBe(`/secteurs?attente=oui${plan}`);
    expect(framed('page=ecoles', plan)).toBe('/ecoles');
    expect(framed('page=secteurs', '#<script>')).toBe('/secteurs');
    expect(framed('page=deplacements&mode=velo&origine=59014', '')).toBe(
      '/deplacements?mode=velo&origine=59014'
    );
  });
});

describe('the file of a story', () => {
  it('is read back as it was written', () => {
    expect(readStoryFile(writeStoryFile(HERE, story), HERE)).toEqual({ story, findings: [] });
  });

  it('of another territory, version or kind is refused with its cause', () => {
    const code = (text: string) => {
      const { story: read, findings } = readStoryFile(text, HERE);
      expect(read).toBeNull();
      return findings[0]?.code;
    };
    expect(code(writeStoryFile('245901160', story))).toBe('story-territory');
    expect(code(writeStoryFile(HERE, story).replace('"version": 1', '"version": 9'))).toBe('story-version');
    expect(code('{"format":"maillage-plan"}')).toBe('story-foreign');
    expect(code('{"form')).toBe('story-not-json');
    expect(code(writeStoryFile(HERE, { title: '', steps: [] }))).toBe('story-no-step');
  });

  it('never throws, never keeps an address out of the site, never more than eight steps', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.webUrl()), (anything, urls) => {
        const steps = [...urls.map((address) => ({ address, title: 1, text: null })), anything];
        const file = JSON.stringify({ format: 'maillage-seance', version: 1, territory: HERE, steps }) ?? '';
        for (const text of [file, String(JSON.stringify(anything))]) {
          const read = readStoryFile(text, HERE).story?.steps ?? [];
          expect(read.length).toBeLessThanOrEqual(8);
          for (const { address } of read) expect(address).toMatch(/^\/[a-z]*(\?|$)/);
        }
      }),
      { numRuns: draws() }
    );
  });
});

describe('the story proposed', () => {
  const facts = { dashboard: smallDashboard, programme: smallProgramme, assignment: null };

  it('has five to eight steps, each of which is drawn, from what the territory knows', () => {
    for (const known of [facts, { ...facts, programme: null }]) {
      const { steps } = defaultStory(known);
      expect(steps.length).toBeGreaterThanOrEqual(5);
      expect(steps.length).toBeLessThanOrEqual(8);
      for (const { address, title, text } of steps) {
        expect(snapshotFromUrl(address, { ...material, programme: known.programme }), address).not.toBeNull();
        expect(`${title} ${text}`).not.toMatch(/undefined|NaN|null|<b>/);
      }
    }
  });

  it('tells the coming years from figures that all have their range, and not where nothing is foreseen', () => {
    const demand = (dashboard: typeof smallDashboard) =>
      defaultStory({ ...facts, dashboard, assignment: smallSplit }).steps.find(({ address }) =>
        address.includes('montre=annees')
      );
    const real = parseDashboard(readFileSync('static/tables/dashboard.json', 'utf8'));
    const text = demand(real)!.text;
    expect(text).toMatch(/En 2028-2029, .* environ \d+ enfants, entre \d+ et \d+, huit années sur dix\./);
    for (const told of text.matchAll(/environ[^.]*/g)) expect(told[0]).toMatch(/entre \d+ et \d+/);
    expect(demand({ ...real, years: real.years.slice(-1) })).toBeUndefined();
  });

  it('is proposed anew, in another language for instance, until it is the reader’s own', () => {
    const state = new StoryState({ siren: HERE, demonstration: false });
    state.propose(story);
    const english = { ...story, title: 'A year' };
    state.propose(english);
    expect(state.story).toBe(english);
    state.rename('Mine');
    state.propose(story);
    expect(state.story?.title).toBe('Mine');
  });

  it('is edited, reordered, shortened, and full at eight', () => {
    const state = new StoryState({ siren: HERE, demonstration: false });
    state.take(story);
    expect(state.move(0, 1)).toBe(1);
    expect(state.steps[0]?.title).toBe('Depuis');
    expect(state.move(0, -1)).toBe(0);
    for (let i = 0; i < 9; i += 1) state.add('/ecoles', '', 'Attente');
    expect(state.steps).toHaveLength(8);
    expect(state.add('/methode', '', '')).toBe(false);
    state.remove(0);
    state.edit(0, { title: 'Ensuite' });
    expect(state.steps[0]).toMatchObject({ address: '/', title: 'Ensuite' });
    expect(state.kept).toBe(false);
  });
});

describe('the deck', () => {
  const press = (key: string, more: object = {}) =>
    deckKey({ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, target: null, ...more });

  it('obeys the keyboard and a remote, and leaves the browser its own keys', () => {
    expect(['ArrowRight', 'PageDown', ' '].map((key) => press(key))).toEqual(['next', 'next', 'next']);
    expect(['ArrowLeft', 'PageUp'].map((key) => press(key))).toEqual(['previous', 'previous']);
    expect(['Home', 'End', 'Escape', 'V'].map((key) => press(key))).toEqual([
      'first',
      'last',
      'leave',
      'live'
    ]);
    expect(press(' ', { target: { tagName: 'BUTTON' } })).toBeNull();
    expect([press('ArrowRight', { altKey: true }), press('Tab'), press('Enter')]).toEqual([null, null, null]);
  });
});

describe('the page to take away', () => {
  it('carries its texts as texts and asks for nothing', () => {
    const html = storyHtml({
      lang: 'fr',
      title: 'Conseil <script>',
      slides: [
        {
          title: '<img src=x onerror=alert(1)>',
          paragraphs: ['a & b'],
          svg: '<svg><pattern id="h"/><path fill="url(#h)"/></svg>',
          figures: [{ label: 'Enfants', value: 'Donnée protégée', protected: true }]
        },
        { title: 'Sans carte', paragraphs: [], svg: null, figures: [] }
      ],
      source: ['Source'],
      words: { previous: 'Avant', next: 'Après', keys: 'Flèches', unseen: 'Sur le site', of: 'sur' },
      fontFace: ''
    });
    expect(html).not.toContain('<img');
    expect(html).toContain('Conseil &lt;script&gt;');
    expect(html).toContain('a &amp; b');
    expect(html).toContain('url(#s0-h)');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/https?:\/\/|<img|@import|<link/);
  });
});
