// The year's report as a Word file: A4 upright, who may read it at the head of each page. To be loaded by `import()`.
import { Document, Header, HeadingLevel, Packer, Paragraph, TextRun, type Table } from 'docx';
import { richParts } from '../../i18n/rich.ts';
import { documentStyles, footer, image, PAGE_PROPERTIES, plainText, table, textRun } from '../docx-parts.ts';
import {
  reportContent,
  type ReportContent,
  type ReportFigure,
  type ReportFigureName,
  type ReportPart
} from './report-content.ts';
import type { NotePicture } from '../note.ts';
import type { ReportFacts } from './report-facts.ts';

export type ReportPicture = Omit<NotePicture, 'alt'>;
export type ReportPictures = Readonly<Partial<Record<ReportFigureName, ReportPicture>>>;

/** Pixels at 96 to the inch: width of the text, of half of it, and the tallest picture that leaves room for its table. */
const WIDTHS = { full: 642, half: 318 };
const TALLEST = 600;

export const reportFileName = (year: string): string => `rapport-interne-${year}.docx`;

/** `<b>` as bold runs. */
const runs = (content: string): TextRun[] =>
  richParts(content).map(({ tag, text: part }) => textRun(part, tag === 'b'));

const paragraph = (content: string, options: { style?: string; keepNext?: true } = {}) =>
  new Paragraph({ ...options, children: runs(content) });

const heading = (content: string) =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: [textRun(content)] });

/** Pictures side by side where there is room; the table of a figure without one. */
function figuresOf(figures: readonly ReportFigure[], pictures: ReportPictures): (Paragraph | Table)[] {
  const images = figures.flatMap((figure) => {
    const picture = pictures[figure.name];
    const { title, alt, width } = figure;
    return picture ? [image({ ...picture, alt }, title, { width: WIDTHS[width], height: TALLEST })] : [];
  });
  const missing = figures.filter(({ name }) => !pictures[name]);
  return [
    ...(images.length > 0 ? [new Paragraph({ children: images })] : []),
    ...missing.flatMap(({ title, instead }) => (instead ? [heading(title), table(instead, 'Small')] : []))
  ];
}

/** Of the paragraphs of a part, where they are not of the usual size. */
const STYLES: Partial<Record<ReportPart['id'], { style: string }>> = {
  year: { style: 'Lead' },
  method: { style: 'Small' }
};

function part(one: ReportPart, pictures: ReportPictures): (Paragraph | Table)[] {
  const { paragraphs, figures, tables, texts } = one;
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: one.startsPage,
      children: [textRun(one.heading)]
    }),
    ...paragraphs.map((content) => paragraph(content, STYLES[one.id] ?? {})),
    ...figuresOf(figures, pictures),
    ...tables.flatMap(({ heading: title, rows, note }) => [
      ...(title ? [heading(title)] : []),
      ...(rows.rows.length > 0 ? [table(rows, 'Small')] : []),
      ...(note ? [new Paragraph({ style: 'Small', spacing: { before: 80 }, children: [textRun(note)] })] : [])
    ]),
    ...texts.flatMap(({ heading: title, text }) => [
      heading(title),
      ...text.split(/\n+/).map((line) => paragraph(line))
    ])
  ];
}

function fileOf(
  { title, subtitle, tag, lead, parts, foot, language }: ReportContent,
  pictures: ReportPictures
) {
  return new Document({
    title: plainText(title),
    creator: 'Maillage',
    description: plainText(`${subtitle}. ${tag}`),
    styles: documentStyles(language),
    sections: [
      {
        properties: PAGE_PROPERTIES,
        headers: {
          default: new Header({
            children: [
              new Paragraph({ style: 'Small', children: [textRun(tag, true), textRun(` · ${subtitle}`)] })
            ]
          })
        },
        footers: { default: footer(foot) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [textRun(title)] }),
          paragraph(lead, { style: 'Lead' }),
          ...parts.flatMap((one) => part(one, pictures))
        ]
      }
    ]
  });
}

/**
 * The report for Word, LibreOffice and OnlyOffice.
 *
 * @param pictures by name of figure; the table of its figures stands for one that is missing
 */
export function reportDocument(input: ReportFacts, pictures: ReportPictures = {}): Promise<Blob> {
  const isDrawn = Object.keys(pictures).length > 0;
  return Packer.toBlob(fileOf(reportContent(input, { isDrawn }), pictures));
}
