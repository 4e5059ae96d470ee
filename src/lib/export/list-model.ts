// The model of a list, to fill in: a CSV with its header alone, or a workbook that offers the words of its columns.
import { unzipSync, zipSync } from 'fflate';
import type { ListModel } from '../i18n/list-models.ts';
import { toCsv } from './csv.ts';
import { xlsxFile } from './xlsx.ts';

/** Rows that may be filled under the header. */
const ROWS = 1000;
const SHEET = 'xl/worksheets/sheet1.xml';
const WIDTH = 18;

export const modelCsv = ({ columns }: ListModel): string =>
  toCsv(
    [],
    columns.map(({ header }) => ({ header, value: () => '' }))
  );

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Lists of words of the columns, as a part of the sheet: one of a thousand rows a column. */
function validations({ columns }: ListModel): string {
  const lists = columns.flatMap(({ values }, at) => {
    if (!values) return [];
    const letter = String.fromCharCode(65 + at);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letter}2:${letter}${ROWS + 1}"><formula1>"${escaped(values.join(','))}"</formula1></dataValidation>`;
  });
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

/** The workbook: the header of the CSV, and the words that a cell may hold as a list to choose from. */
export async function modelXlsx(model: ListModel): Promise<Blob> {
  const columns = model.columns.map(({ header }) => ({
    title: header,
    type: 'text' as const,
    width: Math.max(WIDTH, header.length + 2)
  }));
  const plain = await xlsxFile([{ name: model.name, columns, rows: [] }]);
  const parts = unzipSync(new Uint8Array(await plain.arrayBuffer()));
  const sheet = new TextDecoder().decode(parts[SHEET]);
  // Their place in a sheet is after its cells, and before its margins.
  parts[SHEET] = new TextEncoder().encode(sheet.replace('</sheetData>', `</sheetData>${validations(model)}`));
  return new Blob([zipSync(parts).slice()], { type: plain.type });
}
