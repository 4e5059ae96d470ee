// What leaves the page Bilan: the answers for the State as a workbook, the written report as a Word file.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { answersFileName, answersWorkbook } from '../../../../src/lib/export/report/answers-workbook.ts';
import { reportContent } from '../../../../src/lib/export/report/report-content.ts';
import { reportDocument, type ReportPictures } from '../../../../src/lib/export/report/report-docx.ts';
import type { ReportFacts } from '../../../../src/lib/export/report/report-facts.ts';
import { yearSentences } from '../../../../src/lib/export/report/year-sentences.ts';
import {
  EMPTY_INPUT,
  NO_CASES_INPUT,
  ONE_COMMUNE_INPUT,
  REPORT_INPUT
} from '../../../fixtures/state-report.ts';

async function filesOf(blob: Promise<Blob>): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await (await blob).arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}
const textOf = (xml: string) => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
/** Spaces of every width as one. */
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0)
);
const picture = { bytes: PNG, width: 760, height: 520 };
const PICTURES: ReportPictures = { coverage: picture, places: picture, years: picture, ages: picture };

describe('answers to the State', () => {
  const sheets = async ({ report, territory, sources }: ReportFacts) => {
    const files = await filesOf(answersWorkbook(report, territory, sources));
    const strings = [...files['xl/sharedStrings.xml']!.matchAll(/<si>(.*?)<\/si>/gs)].map(([, one]) =>
      spaced(one!.replace(/<[^>]+>/g, ''))
    );
    const cellsOf = (row = '') =>
      [...row.matchAll(/<c ([^>]*)><v>(.*?)<\/v>/gs)].map(([, attributes, value]) =>
        attributes!.includes('t="s"') ? strings[Number(value)] : Number(value)
      );
    return Object.keys(files)
      .filter((name) => name.startsWith('xl/worksheets/sheet'))
      .sort()
      .map((name) =>
        [...files[name]!.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row]) => cellsOf(row))
      );
  };

  test('say on each sheet and in the name of the file that they are not to be spread', async () => {
    const all = await sheets(REPORT_INPUT);
    expect(all).toHaveLength(3);
    for (const rows of all) {
      expect(rows[0]![0]).toBe('Réponse à l’État : ne pas diffuser');
      expect(rows.slice(0, 3).flat()).toContain('Dossiers fictifs : aucun enfant réel.');
    }
    expect(answersFileName('2025-2026')).toContain('ne-pas-diffuser');
  });

  test('come in the order of the survey, exact, with unit, source, national figure and last year', async () => {
    const [answers] = await sheets(REPORT_INPUT);
    const lines = answers!.slice(5);
    expect(lines).toHaveLength(REPORT_INPUT.report.total);
    const boys = lines[REPORT_INPUT.report.answers.findIndex(({ id }) => id === 'children.boys')];
    expect(boys).toEqual([
      ...[
        'Enfants',
        'Garçons',
        221,
        'enfants',
        'dossiers : Lignes du fichier de dossiers pour l’année scolaire, une par enfant.',
        '58,2 %'
      ],
      ...['enquête annuelle, irev.fr, 2021', 196]
    ]);
  });

  test('say « à renseigner » where nothing is known, never 0, and list those apart', async () => {
    const [answers, missing] = await sheets(NO_CASES_INPUT);
    const unknown = NO_CASES_INPUT.report.answers.filter(({ value }) => value === null);
    expect(answers!.flat().filter((value) => value === 'à renseigner')).toHaveLength(unknown.length);
    expect(answers!.flat()).not.toContain(0);
    expect(missing!.slice(6)).toHaveLength(unknown.length);
  });
});

describe('the year in sentences', () => {
  const said = (input: ReportFacts) =>
    yearSentences(input.report).map((one) => spaced(one.replace(/<\/?b>/g, '')));

  test('are ten at most, made from the answers alone', () => {
    const sentences = said(REPORT_INPUT);
    expect(sentences).toHaveLength(10);
    expect(sentences[1]).toBe(
      '380 enfants sont en parcours individuel, contre 340 l’an dernier (+40) : 112 nouveaux parcours, 298 encore ouverts et 82 terminés.'
    );
    expect(sentences[2]).toContain(
      '159 filles et 221 garçons, soit 58 % de garçons (en France, 58,2 % en 2021)'
    );
    expect(sentences[5]).toBe(
      '247 enfants (65 %) vivent dans un quartier prioritaire ; 236 enfants (62 %) sont orientés par l’école.'
    );
  });

  test('say nothing of what is not known, and how many cases tell what is told of some', () => {
    expect(said(EMPTY_INPUT)).toEqual([]);
    expect(said(NO_CASES_INPUT).join(' ')).not.toMatch(/parcours|filles|profil/);
    const answers = REPORT_INPUT.report.answers.map((one) =>
      one.id === 'children.girls' ? { ...one, value: 139 } : one
    );
    expect(said({ ...REPORT_INPUT, report: { ...REPORT_INPUT.report, answers } })[2]).toContain(
      'd’après les 360 dossiers qui le disent'
    );
  });
});

describe('the written report', () => {
  test('says on each page who may read it, and numbers its pages', async () => {
    const files = await filesOf(reportDocument(REPORT_INPUT, PICTURES));
    const header = Object.keys(files).find((name) => /^word\/header\d/.test(name))!;
    expect(spaced(textOf(files[header]!))).toContain('Interne : ne pas diffuser hors du service');
    const foot = Object.keys(files).find((name) => /^word\/footer\d/.test(name))!;
    expect(files[foot]).toContain('NUMPAGES');
  });

  test('holds its pictures with what they show in words, and the same figures in tables', async () => {
    const xml = (await filesOf(reportDocument(REPORT_INPUT, PICTURES)))['word/document.xml']!;
    expect(xml.match(/<pic:pic /g)).toHaveLength(Object.keys(PICTURES).length);
    expect(spaced([...xml.matchAll(/descr="([^"]*)"/g)].map(([, words]) => words).join(' '))).toContain(
      '6‑10 ans : 199'
    );
    expect(spaced(textOf(xml))).toContain('Coût par enfant');
  });

  test('has its tables where there is no browser to draw, and says so', async () => {
    const xml = (await filesOf(reportDocument(REPORT_INPUT)))['word/document.xml']!;
    expect(xml).not.toContain('<pic:pic ');
    const text = textOf(xml);
    expect(text).toContain('Cartes et courbes se dessinent dans le navigateur');
    expect(text).toContain('Enfants par âge');
  });

  test('of one commune speaks of its neighbourhoods, never of communes', async () => {
    const text = textOf((await filesOf(reportDocument(ONE_COMMUNE_INPUT, PICTURES)))['word/document.xml']!);
    expect(text).toContain('Enfants par quartier');
    expect(text.replace(/Correspondants de commune/g, '')).not.toMatch(/communes?\b/i);
  });

  test('without a case file or without any figure says what is missing: no part is blank', () => {
    for (const input of [NO_CASES_INPUT, EMPTY_INPUT]) {
      const content = reportContent(input, { isDrawn: false });
      expect(content.parts.map((part) => part.paragraphs.join(' ')).join(' ')).toContain(
        'liste des dossiers'
      );
      for (const part of content.parts)
        expect(
          part.paragraphs.length + part.figures.length + part.tables.length + part.texts.length,
          part.id
        ).toBeGreaterThan(0);
      for (const { rows, note } of content.parts.flatMap(({ tables }) => tables))
        expect(rows.rows.length + note.length).toBeGreaterThan(0);
    }
  });

  test('is written in French as printers set it: no plain space before a double sign', async () => {
    for (const input of [REPORT_INPUT, ONE_COMMUNE_INPUT, NO_CASES_INPUT]) {
      const text = textOf((await filesOf(reportDocument(input)))['word/document.xml']!);
      expect(text.match(/.{20} [;:!?%»]/g) ?? []).toEqual([]);
    }
  });
});
