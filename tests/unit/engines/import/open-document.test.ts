// Workbooks of LibreOffice (ODS): cells as they are seen, dates and numbers by their value, repetitions and notes of readers apart.
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFile, openFile } from '../../../../src/lib/engines/import/index.ts';
import { UnusableInput } from '../../../../src/lib/model/findings.ts';
import { UAIS } from '../../../fixtures/import/files.ts';
import { draws } from '../../../draws.ts';

const [A, B, C] = UAIS;
const text = (value: string) =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const sheet = (name: string, ...rows: string[]) =>
  `<table:table table:name="${name}">${rows.join('')}</table:table>`;
const content = (body: string, kind = 'spreadsheet') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content office:version="1.3"><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`;
const odsOf = (xml: string) => ({
  name: 'liste.ods',
  bytes: zipSync({
    mimetype: new TextEncoder().encode('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': new TextEncoder().encode(xml)
  })
});
const rowsOf = async (xml: string) => {
  const { header, records } = await openFile(odsOf(xml));
  return [header, ...records.map(({ cells }) => cells)];
};
const HEADER = row(text('uai'), text('statut'), text('suivie_depuis'));

describe('a workbook of LibreOffice', () => {
  it('is imported: titles, a sheet of notes, dates and the end of the sheet apart', async () => {
    const date =
      '<table:table-cell office:value-type="date" office:date-value="2024-09-02"><text:p>02/09/24</text:p></table:table-cell>';
    const unused =
      '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const read = await importFile(
      odsOf(
        content(
          sheet('Lisez-moi', row(text('Une ligne par école.')), unused) +
            sheet(
              'Écoles',
              row(text('Écoles suivies')),
              HEADER,
              row(text(A), text('suivie'), date),
              row(text(B), text('en attente')),
              unused
            )
        )
      )
    );
    expect(read.rows).toMatchObject([
      { line: 3, uai: A, followed_since: '2024-2025' },
      { line: 4, uai: B, status: 'waiting' }
    ]);
    expect(read.counts).toMatchObject({ read: 2, kept: 2 });
    expect(read.findings.map(({ code }) => code)).toContain('title-rows');
  });

  it('has its values as numbers are, and its texts as they are seen', async () => {
    const xml = content(
      sheet(
        'F',
        row(text('a'), text('b'), text('c'), text('d'), text('e')),
        row(
          '<table:table-cell office:value-type="percentage" office:value="0.8"><text:p>80 %</text:p></table:table-cell>',
          '<table:table-cell office:value-type="currency" office:value="1200.5"><text:p>1 200,50 €</text:p></table:table-cell>',
          text('L’école &lt;A&gt; &amp; &quot;B&quot; &#233;'),
          '<table:table-cell><office:annotation><dc:creator>Moi</dc:creator><text:p>à revoir</text:p></office:annotation><text:p>un<text:s text:c="2"/>deux</text:p><text:p>trois</text:p></table:table-cell>',
          '<table:covered-table-cell/>'
        ),
        row(`<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell>`, text('y')),
        `<table:table-row table:number-rows-repeated="2">${text('z')}</table:table-row>`
      )
    ); // prettier-ignore
    expect(await rowsOf(xml)).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
      ['0.8', '1200.5', 'L’école <A> & "B" é', 'un  deux\ntrois'],
      ['x', 'x', 'y'],
      ['z'],
      ['z']
    ]);
  });

  it('numbers its rows as they are seen, blank ones counted', async () => {
    const blank = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>';
    const { records } = await openFile(
      odsOf(content(sheet('F', HEADER, blank, row(text(C), text('suivie')))))
    );
    expect(records.map(({ line }) => line)).toEqual([5]);
  });
});

describe('a document of no use is refused with its reason', () => {
  const codeOf = async (source: { name: string; bytes: Uint8Array }) => {
    try {
      await openFile(source);
    } catch (error) {
      if (error instanceof UnusableInput) return error.finding.code;
      throw error;
    }
    return null;
  };

  it('a text, a workbook with a password, an empty one, one cut', async () => {
    expect(await codeOf(odsOf(content('<text:p>Bonjour</text:p>', 'text')))).toBe('text-document');
    const secret = zipSync({ 'content.xml': Uint8Array.of(0xff, 0xfe, 1, 2, 3, 0x80) });
    expect(await codeOf({ name: 'a.ods', bytes: secret })).toBe('damaged-spreadsheet');
    expect(await codeOf(odsOf(content(sheet('F'))))).toBe('no-row');
    expect(
      await codeOf({ name: 'a.ods', bytes: odsOf(content(sheet('F', HEADER))).bytes.slice(0, 200) })
    ).toBe('truncated-archive');
  });

  it('rows said to repeat until the memory is full', async () => {
    const many = `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="2000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`;
    expect(await codeOf(odsOf(content(sheet('F', HEADER, many))))).toBe('damaged-spreadsheet');
  });

  it('whatever its text is', async () => {
    const part = fc.constantFrom('<table:table table:name="', '">', '<table:table-row>', '</table:table-row>', '<text:p>', 'a', "'", '/>', '<', '&#x110000;', '&amp;', text('x'), HEADER); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), async (parts) => {
        const code = await codeOf(odsOf(content(parts.join(''))));
        expect([null, 'no-row', 'damaged-spreadsheet']).toContain(code);
      }),
      { numRuns: draws() }
    );
  });

  it('to its end, when its tags are damaged', async () => {
    await codeOf(odsOf(content('<a "'.repeat(200_000))));
  });
});
