// One sheet as a workbook of its own (XLSX), its rows at the same lines.
import { zipSync } from 'fflate';
import type { ReadSheet } from './sheets.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Characters that XML cannot hold are left out. */
const escaped = (text: string) =>
  text
    // eslint-disable-next-line no-control-regex -- they have no place in XML
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** « A », « B », ..., « AA » */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}

function rowXml(cells: readonly string[], row: number): string {
  const filled = cells.flatMap((cell, at) =>
    cell === ''
      ? []
      : `<c r="${letters(at)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  );
  return filled.length === 0 ? '' : `<row r="${row}">${filled.join('')}</row>`;
}

export function oneSheet({ sheet, rows, hidden = false }: ReadSheet): Uint8Array {
  const state = hidden ? ' state="hidden"' : '';
  const lines = rows.map((cells, at) => rowXml(cells, at + 1)).join('');
  const relation = (target: string, kind: string) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${kind}" Target="${target}"/></Relationships>`;
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('/xl/workbook.xml', 'sheet.main')}${type('/xl/worksheets/sheet1.xml', 'worksheet')}</Types>`,
    '_rels/.rels': relation('xl/workbook.xml', 'officeDocument'),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(sheet)}" sheetId="1"${state} r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('worksheets/sheet1.xml', 'worksheet'),
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines}</sheetData></worksheet>`
  };
  const encoder = new TextEncoder();
  const files = Object.entries(parts).map(([path, text]) => [path, encoder.encode(text)] as const);
  // The same sheet gives the same bytes.
  return zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1) });
}
