// A model that is filled in is read: its header is that of the list, its words are those that are understood, and what it says it needs is needed.
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FORMATS, importFile } from '../../../src/lib/engines/import/index.ts';
import { formatNamed } from '../../../src/lib/engines/import/format-list.ts';
import { columnPositions, lackingKeys } from '../../../src/lib/engines/import/importer.ts';
import { modelCsv, modelXlsx } from '../../../src/lib/export/list-model.ts';
import { LIST_MODELS, type ListModel } from '../../../src/lib/i18n/list-models.ts';
import { textFile } from '../../fixtures/import/files.ts';

const templateOf = ({ name }: ListModel) =>
  readFileSync(`docs/modeles/${name}.csv`, 'utf8').trim().split('\n');

it('there is a model for each list of the service', () => {
  const own = FORMATS.filter(({ origin }) => origin !== 'official').map(({ id }) => id);
  expect(LIST_MODELS.map(({ format }) => format).sort()).toEqual(own.sort());
});

describe.each(LIST_MODELS.map((model) => [model.name, model] as const))('%s', (_, model) => {
  it('has the header of the template of the documentation, in both files', async () => {
    const [header] = templateOf(model);
    expect(model.columns.map((column) => column.header).join(';')).toBe(header);
    expect(modelCsv(model).replace('\ufeff', '').trim()).toBe(header);
    const { default: readXlsx } = await import('read-excel-file/universal');
    const [sheet] = (await readXlsx(await (await modelXlsx(model)).arrayBuffer())) as unknown as {
      data: string[][];
    }[];
    expect(sheet!.data[0]!.join(';')).toBe(header);
  });

  it('says the least that it needs', () => {
    const { importer } = formatNamed(model.format);
    const of = (columns: readonly { header: string }[]) =>
      lackingKeys(
        importer,
        columnPositions(
          columns.map(({ header }) => header),
          importer.columns
        )
      );
    const needed = model.columns.filter((column) => column.needed);
    expect(of(needed)).toEqual([]);
    for (const left of needed) expect(of(needed.filter((one) => one !== left)), left.header).not.toEqual([]);
  });

  it('offers words that are understood, each of them', async () => {
    const [header = '', ...rows] = templateOf(model);
    for (const [at, { values = [] }] of model.columns.entries()) {
      for (const value of values) {
        // A word may need what one row has and not the other: an action of a commune has communes.
        const outcomes = await Promise.all(
          rows.map(async (row) => {
            const cells = row.split(';');
            cells[at] = value;
            const file = textFile('liste.csv', `${header}\n${cells.join(';')}\n`);
            return importFile(file).then(
              ({ findings }) => findings.every(({ severity }) => severity === 'note'),
              () => false
            );
          })
        );
        expect(outcomes, value).toContain(true);
      }
    }
  });

  it('has in its workbook a list to choose from for each column of words', async () => {
    const parts = unzipSync(new Uint8Array(await (await modelXlsx(model)).arrayBuffer()));
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    const lists = [...sheet.matchAll(/<dataValidation [^>]*sqref="([A-Z])2:[^>]*><formula1>"([^"]*)"/g)];
    expect(lists.map(([, letter, words]) => [letter, words])).toEqual(
      model.columns.flatMap(({ values }, at) =>
        values ? [[String.fromCharCode(65 + at), values.join(',')]] : []
      )
    );
  });
});
