// Portraits: places and their order, peers, counts that are released or nothing, notes that open.
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CoverageCube } from '../../../src/lib/cube/coverage.ts';
import { NO_FACTS, readPortraitFacts, type PortraitFacts } from '../../../src/lib/cube/portrait-facts.ts';
import { portraitNeighbours, portraitPlace, portraitPlaces } from '../../../src/lib/cube/portrait-places.ts';
import { portraitOf } from '../../../src/lib/cube/portrait.ts';
import { plainText } from '../../../src/lib/export/docx-parts.ts';
import { writeNote } from '../../../src/lib/export/note-docx.ts';
import { comparedRows } from '../../../src/lib/features/portraits/compared-rows.ts';
import { kindWord, noActionWords, portraitSentence } from '../../../src/lib/features/portraits/words.ts';
import type { Note } from '../../../src/lib/export/note.ts';
import { situationWords } from '../../../src/lib/ui/situation.ts';
import { smallDashboard } from '../../fixtures/dashboard.ts';

const dashboard = {
  ...smallDashboard,
  communes: [
    ...smallDashboard.communes.map((one) => ({ ...one, cite_educative: 'cite-1' })),
    {
      ...smallDashboard.communes[0]!,
      code: '10003',
      name: 'Gamma',
      intervention: false,
      cite_educative: null
    }
  ]
};
const cube = new CoverageCube(dashboard);
const places = portraitPlaces(dashboard);
const facts: PortraitFacts = {
  ...NO_FACTS,
  teams: [{ id: 'E1', coordinator: 'Coordination 1', professionals: 8 }],
  posts: [{ id: 'Référent 1', role: 'referent', base_commune: '10002', coordinator: 'Coordination 1' }],
  drives: { '0000001A': 540, '0000003C': 60 },
  assignment: { '0000001A': 'Référent 1', '0000003C': 'Référent 1' },
  actions: [{ id: 'A1', title: 'Lire', theme: 'parentalite', funders: {} }],
  partners: { '10001': { associations: 3, ccas: 1 } },
  correspondents: { '10001': false }
};
const of = (code: string) => portraitOf(cube, facts, portraitPlace(places, code)!);

describe('places with a portrait', () => {
  it('are communes of intervention, cités, neighbourhoods, then the others', () => {
    expect(places.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      ...['commune 10001', 'commune 10002', 'cite cite-1', 'qpv QN00001M', 'other 10003']
    ]);
    expect(portraitPlace(places, 'cite-1')?.name).toBe('Alpha – Le Bêta');
    expect(portraitPlace(places, '99999')).toBeNull();
  });

  it('are leafed through around the end', () => {
    expect(portraitNeighbours(places, '10001').previous?.code).toBe('10003');
    expect(portraitNeighbours(places, '10003').next?.code).toBe('10001');
  });
});

describe('a portrait', () => {
  it('lists its schools, collèges last, with their status in the year', () => {
    expect(of('10002').schools.map(({ number, school, status }) => [number, school.uai, status])).toEqual([
      [1, '0000004D', 'waiting'],
      [2, '0000005E', 'followed'],
      [3, '0000006F', 'linked']
    ]);
  });

  it('gives a released count, says what is protected, and never adds children up', () => {
    expect(of('10001').children).toEqual({ value: 27, status: 'published' });
    expect(of('10002').children).toEqual({ value: null, status: 'suppressed' });
    const rate = of('10002').indicators.find(({ name }) => name === 'rate');
    expect(rate).toMatchObject({ value: null, hidden: true, rank: null });
    expect(of('cite-1').children).toEqual({ value: null, status: 'absent' });
    expect(of('cite-1').evolution.every(({ children }) => children.status === 'absent')).toBe(true);
  });

  it('counts only schools followed for a post, actions of its own, partners and the vacant correspondent', () => {
    const { posts, actions, sharedActions, partners, correspondents, teams } = of('10001');
    const drive = { least: 9, most: 9 };
    expect(posts).toEqual([
      { id: 'Référent 1', base: 'Le Bêta', coordinator: 'Coordination 1', schools: 1, drive }
    ]);
    const { drives: _, ...unknown } = facts;
    const [post] = portraitOf(cube, unknown, portraitPlace(places, '10001')!).posts;
    expect(post?.drive).toBeNull();
    expect(actions).toEqual([
      { id: 'A1', level: 'communal', euros: 4000, title: 'Lire', theme: 'parentalite' }
    ]);
    expect([sharedActions, partners[0]?.count, correspondents[0]?.filled]).toEqual([1, 3, false]);
    expect(teams[0]).toMatchObject({ professionals: 8, coordinator: 'Coordination 1' });
  });

  it('sets a commune among the others, and a neighbourhood without what it cannot know', () => {
    const share = of('10001').indicators.find(({ name }) => name === 'share');
    expect(share).toMatchObject({ rank: 1, of: 2 });
    expect(of('QN00001M').actions).toBeNull();
    expect(of('QN00001M').indicators.map(({ name }) => name)).not.toContain('rate');
    expect(of('10003').indicators).toEqual([]);
  });

  it('stands without anything of the service', () => {
    const bare = portraitOf(cube, NO_FACTS, portraitPlace(places, '10001')!);
    expect([bare.posts, bare.partners, bare.correspondents]).toEqual([[], [], []]);
    expect(bare.actions?.[0]?.title).toBe('A1');
  });

  it('refuses facts of another version', () => {
    expect(() => readPortraitFacts({ version: 2 })).toThrow('version 1 expected');
    expect(() => readPortraitFacts(null)).toThrow();
  });
});

describe('a note for Word', () => {
  const columns = [{ label: 'Référent' }, { label: 'Écoles', align: 'right' as const, width: 2 }];
  const note: Note = {
    title: 'Plan <b>de</b> rentrée & suite',
    subtitle: 'Réussite éducative',
    lead: 'Écart de 4\u202f%.',
    sections: [
      { heading: 'Charges', table: { columns, rows: [['Référent 1', '8']] } },
      { heading: 'Écoles', paragraphs: ['Par commune.'], table: { columns, rows: [['Référent 2', '7']] } },
      { heading: 'Sans ligne', table: { columns, rows: [] } }
    ],
    sources: ['Sources.'],
    foot: 'Maillage · abc',
    language: 'fr-FR'
  };

  it('is a package of well-formed parts with a title, headings, header rows and page numbers', async () => {
    const files = unzipSync(new Uint8Array(await (await writeNote(note)).arrayBuffer()));
    const xml = strFromU8(files['word/document.xml']!);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/styles.xml']));
    expect(xml).toContain('Plan de rentrée &amp; suite');
    expect(xml.match(/w:val="Heading1"/g)).toHaveLength(3);
    expect(xml.match(/<w:tblHeader/g)).toHaveLength(2);
    const parts = Object.entries(files).filter(([name]) => /\.(xml|rels)$/.test(name));
    for (const [name, bytes] of parts) expect(balanced(strFromU8(bytes)), name).toBe(true);
  });

  it('holds no character that XML refuses', () => {
    expect(plainText('a\u0000<b>b</b>\u000b\u2060\u2009\u2060c')).toBe('ab\u202fc');
  });
});

/** Every element that is opened is closed, in order. */
function balanced(xml: string): boolean {
  const open: string[] = [];
  for (const [, closing, name, rest] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g
  )) {
    if (closing) {
      if (open.pop() !== name) return false;
    } else if (!rest?.endsWith('/')) open.push(name ?? '');
  }
  return open.length === 0;
}

describe('a place where a school has no number of pupils', () => {
  it('has no rate, and stands in no rank by it; its children and its share of schools stay', () => {
    const withCollege = [
      ...dashboard.schools,
      ...dashboard.schools.flatMap((one) =>
        one.kind === 'college' ? { ...one, uai: '0000007G', commune: '10001' } : []
      )
    ];
    const without = (uai: string | null) => {
      const schools = withCollege.map((school) =>
        school.uai === uai ? { ...school, pupils: null } : school
      );
      const partly = new CoverageCube({ ...dashboard, schools });
      const place = portraitPlace(portraitPlaces(partly.dashboard), '10001')!;
      return portraitOf(partly, facts, place).indicators.map(({ name }) => name);
    };
    expect(without(null)).toContain('rate');
    expect(without('0000001A')).not.toContain('rate');
    expect(without('0000001A')).toContain('share');
  });
});

describe('a commune without intervention', () => {
  it('says the priority neighbourhood of intervention that reaches into it, and never that the service is absent', () => {
    const communes = dashboard.communes.map((one) =>
      one.code === '10002' ? { ...one, intervention: false } : one
    );
    const qpvs = dashboard.qpvs.map((one) => ({ ...one, communes: ['10001', '10002'] }));
    const shared = new CoverageCube({ ...dashboard, communes, qpvs });
    const portrait = portraitOf(shared, facts, portraitPlace(portraitPlaces(shared.dashboard), '10002')!);
    expect(portrait.place.kind).toBe('other');
    expect(kindWord(portrait)).toBe('Commune en partie dans un quartier prioritaire');
    expect(portraitSentence(portrait)).toContain('<b>Centre</b>');
    expect(portraitSentence(portrait)).not.toContain('n’intervient pas');
  });
});

describe('a territory opened by its name, before any list of the service', () => {
  const bare = new CoverageCube({
    ...dashboard,
    pathways: {},
    actions: [],
    schools: dashboard.schools.map((school) => ({
      ...school,
      ...{ status: 'outside' as const, followed_since: null, requested_since: null }
    }))
  });
  const portrait = (code: string) => portraitOf(bare, NO_FACTS, portraitPlace(places, code)!);

  it('never says that no school is followed: that is not known', () => {
    expect(portrait('10001').counts).toMatchObject({ followed: null, waiting: null });
    expect(portrait('10001').indicators.map(({ name }) => name)).not.toContain('share');
    expect(portrait('10001').evolution.every(({ followed }) => followed === null)).toBe(true);
    const said = portraitSentence(portrait('10001'));
    expect(said).toContain('La liste des écoles suivies n’est pas encore connue.');
    expect(said).not.toMatch(/aucune|0 école/i);
    expect(JSON.stringify(comparedRows(bare, portrait('10001'), portrait('10002')))).not.toContain('0 sur');
    expect(noActionWords(portrait('10001'))).toBe('La liste des fiches-actions n’est pas encore connue.');
    expect(situationWords(bare.dashboard, '2025-2026')).toContain('celles des fichiers publics');
  });
});
