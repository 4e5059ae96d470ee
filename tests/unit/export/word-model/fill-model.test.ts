// A Word file of one's own: its fields filled wherever they stand, its styles kept, and nothing of it run or fetched.
import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fillModel, type WordFields } from '../../../../src/lib/export/word-model/fill-model.ts';
import { findingCodes } from '../../../../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { paragraph, relation, table, wordFile } from '../../../fixtures/word-model.ts';

const FIELDS: WordFields = {
  values: {
    'enfants.total': '380',
    'enfants.filles': '168',
    'libre.1': 'A & B <w:b/> {{enfants.total}}\nsuite'
  },
  lists: {
    communes: [{ nom: 'Denain' }, { nom: 'Anzin' }],
    motifs: [
      { nom: 'absences', valeur: '12' },
      { nom: 'langage', valeur: '30' }
    ]
  }
};
const fill = (bytes: Uint8Array) => fillModel('modele.docx', bytes, FIELDS);
const textIn = (bytes: Uint8Array, part = 'document') =>
  [...strFromU8(unzipSync(bytes)[`word/${part}.xml`]!).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, text]) => text)
    .join('');
function refusal(bytes: Uint8Array, name = 'modele.docx'): string {
  try {
    fillModel(name, bytes, FIELDS);
  } catch (error) {
    if (error instanceof UnusableInput) {
      expect(findingCodes()).toContain(error.finding.code);
      return error.finding.code;
    }
    throw error;
  }
  return 'filled';
}

describe('the fields of a model', () => {
  it('are filled in the text, split runs, headers, footers and tables, with their styles', () => {
    const { bytes, filled, unknown } = fill(
      wordFile(
        paragraph('Suivis : {', '{enfants', '.tot', 'al}', '} enfants') +
          table(['{{#motifs}}{{nom}}', '{{valeur}}{{/motifs}}']),
        { header: paragraph('Total {{ enfants.total }}'), footer: paragraph('{{enfants.filles}}') }
      )
    );
    expect(textIn(bytes)).toBe('Suivis : 380 enfantsabsences12langage30');
    expect(textIn(bytes, 'header1')).toBe('Total 380');
    expect(textIn(bytes, 'footer1')).toBe('168');
    expect(strFromU8(unzipSync(bytes)['word/document.xml']!)).toContain('<w:rPr><w:b/></w:rPr>');
    expect([...filled].sort()).toEqual(['enfants.filles', 'enfants.total', 'motifs']);
    expect(unknown).toEqual([]);
  });

  it('repeat a paragraph for each line of a list, and join a list in a sentence', () => {
    const body =
      paragraph('{{#communes}}') +
      paragraph('- {{nom}}') +
      paragraph('{{/communes}}') +
      paragraph('{{communes}}');
    expect(textIn(fill(wordFile(body)).bytes)).toBe('- Denain- AnzinDenain, Anzin');
  });

  it('that are unknown stay as they are, and are named with the nearest known one', () => {
    const { bytes, unknown } = fill(
      wordFile(paragraph('{{enfant.total}} {{constructor}} {{__proto__}} {{#toString}}x{{/toString}}'))
    );
    expect(textIn(bytes)).toBe('{{enfant.total}} {{constructor}} {{__proto__}} ');
    expect(unknown).toEqual([
      { name: 'enfant.total', nearest: 'enfants.total' },
      { name: 'constructor', nearest: null },
      { name: '__proto__', nearest: null },
      { name: 'toString', nearest: null }
    ]);
  });

  it('insert text, never marks or fields of Word', () => {
    const { bytes } = fill(wordFile(paragraph('{{libre.1}}') + paragraph('{{@libre.1}}')));
    const document = strFromU8(unzipSync(bytes)['word/document.xml']!);
    expect(document).toContain('A &amp; B &lt;w:b/&gt; {{enfants.total}}');
    expect(document).toContain('{{@libre.1}}');
    expect(document).toContain('<w:br/>');
  });

  it('are ten thousand, and refused beyond twenty thousand', () => {
    const many = (count: number) => wordFile(paragraph('{{enfants.total}} ').repeat(count));
    expect(textIn(fill(many(10_000)).bytes)).toBe('380 '.repeat(10_000));
    expect(refusal(wordFile(paragraph('{{enfants.total}}'.repeat(20_001))))).toBe('word-too-many-fields');
  });

  it('that do not close are refused by name', () => {
    expect(refusal(wordFile(paragraph('{{enfants.total')))).toBe('word-fields');
    expect(refusal(wordFile(paragraph('{{#communes}}{{nom}}')))).toBe('word-fields');
    const deep = '{{#communes}}'.repeat(3) + 'x' + '{{/communes}}'.repeat(3);
    expect(refusal(wordFile(paragraph(deep)))).toBe('word-too-deep');
  });
});

describe('a hostile document', () => {
  const body = paragraph('{{enfants.total}}');

  it('is refused for its macros', () => {
    expect(refusal(wordFile(body), 'modele.docm')).toBe('word-macros');
    expect(refusal(wordFile(body, { parts: { 'word/vbaProject.bin': strToU8('x') } }))).toBe('word-macros');
    const types =
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
    expect(refusal(wordFile(body, { parts: { '[Content_Types].xml': strToU8(types) } }))).toBe('word-macros');
  });

  it('is refused for what it fetches: links, templates, inserted documents, objects, fields', () => {
    const linked = (type: string, target: string, mode?: string) =>
      refusal(wordFile(body, { links: relation(type, target, mode) }));
    expect(linked('hyperlink', 'https://example.org', 'External')).toBe('word-links');
    expect(linked('image', 'file:///c:/x.png', 'external')).toBe('word-links');
    expect(linked('image', '\\\\server\\x.png')).toBe('word-links');
    expect(linked('attachedTemplate', 'https://example.org/t.dotm', 'External')).toBe('word-template');
    expect(linked('aFChunk', 'chunk.html')).toBe('word-chunk');
    expect(linked('oleObject', 'embed.bin')).toBe('word-objects');
    expect(refusal(wordFile(body, { parts: { 'word/embeddings/a.xlsx': strToU8('x') } }))).toBe(
      'word-objects'
    );
    expect(refusal(wordFile(`${body}<w:altChunk r:id="r1"/>`))).toBe('word-chunk');
    const split =
      '<w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://x"</w:instrText></w:r>';
    expect(refusal(wordFile(`${body}<w:p>${split}</w:p>`))).toBe('word-fetches');
    expect(refusal(wordFile(body, { header: '<w:p><w:fldSimple w:instr="DDEAUTO c:\\x"/></w:p>' }))).toBe(
      'word-fetches'
    );
    expect(refusal(wordFile(`${body}<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`))).toBe('filled');
  });

  it('is refused for entities, wherever they hide', () => {
    const lol =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>';
    expect(refusal(wordFile(body, { parts: { 'word/document.xml': strToU8(lol) } }))).toBe('word-entities');
    expect(refusal(wordFile(body, { parts: { 'word/settings.xml': strToU8('<!doctype x><x/>') } }))).toBe(
      'word-entities'
    );
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...lol].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(refusal(wordFile(body, { parts: { 'word/document.xml': utf16 } }))).toBe('word-encoding');
    const named = strToU8('<?xml version="1.0" encoding="UTF-7"?><x/>');
    expect(refusal(wordFile(body, { parts: { 'word/settings.xml': named } }))).toBe('word-encoding');
  });

  it('is refused for what it would weigh, before anything is inflated', () => {
    const zeros = new Uint8Array(60_000_000);
    const bomb = wordFile(body, { parts: { 'word/media/a.bin': [zeros, { level: 9 }] } });
    expect(refusal(bomb)).toBe('word-too-large');
    const parts = Object.fromEntries(
      Array.from({ length: 2001 }, (_, i) => [`word/media/${i}.bin`, strToU8('x')])
    );
    expect(refusal(wordFile(body, { parts }))).toBe('word-too-many-parts');
  });

  it('takes no more memory than it states, and is refused where its text is cut by it', () => {
    const cut = (part: string, bytes: Uint8Array) => {
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const name = strToU8(part).join();
      for (let at = 0; at + 46 < bytes.length; at++)
        if (
          view.getUint32(at, true) === 0x02014b50 &&
          bytes.slice(at + 46, at + 46 + part.length).join() === name
        )
          view.setUint32(at + 24, 10, true);
      return bytes;
    };
    const made = () =>
      wordFile(body, { parts: { 'word/media/a.bin': [new Uint8Array(500_000), { level: 9 }] } });
    expect(unzipSync(fill(cut('word/media/a.bin', made())).bytes)['word/media/a.bin']).toHaveLength(10);
    expect(refusal(cut('word/document.xml', made()))).toBe('word-not-docx');
  });

  it('is refused where it is no Word file', () => {
    expect(refusal(strToU8('hello'))).toBe('word-not-docx');
    expect(refusal(zipSync({ 'a.txt': strToU8('x') }))).toBe('word-not-docx');
    expect(refusal(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('word-not-docx');
  });
});
