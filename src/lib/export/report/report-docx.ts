// The year's report as a Word file: A4 upright, who may read it at the head of each page. To be loaded by `import()`.
import {
  AlignmentType,
  Document,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  TextRun,
  type Table
} from 'docx';
import { richParts } from '../../i18n/rich.ts';
import { documentStyles, footer, PAGE_PROPERTIES, plainText, table, textRun } from '../docx-parts.ts';
import {
  reportContent,
  type ReportContent,
  type ReportFigure,
  type ReportFigureName,
  type ReportPart
} from './report-content.ts';
import type { ReportInput } from './report-input.ts';

/** A PNG, and its size in pixels. */
export interface ReportPicture {
  bytes: Uint8Array;
  width: number;
  height: number;
}
export type ReportPictures = Readonly<Partial<Record<ReportFigureName, ReportPicture>>>;

/** Pixels at 96 to the inch: width of the text, and the tallest picture that leaves room for its table. */
const WIDEST = 642;
const TALLEST = 470;

export const reportFileName = (year: string): string => `rapport-interne-${year}.docx`;

/** `<b>` as bold runs. */
const runs = (content: string): TextRun[] =>
  richParts(content).map(({ tag, text: part }) => textRun(part, tag === 'b'));

const paragraph = (content: string, options: { style?: string; keepNext?: true } = {}) =>
  new Paragraph({ ...options, children: runs(content) });

function figure(
  { title, alt, name, instead }: ReportFigure,
  pictures: ReportPictures
): (Paragraph | Table)[] {
  const picture = pictures[name];
  if (!picture) {
    return instead
      ? [
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: [textRun(title)] }),
          table(instead, 'Small')
        ]
      : [];
  }
  const scale = Math.min(WIDEST / picture.width, TALLEST / picture.height);
  const transformation = {
    width: Math.round(picture.width * scale),
    height: Math.round(picture.height * scale)
  };
  return [
    new Paragraph({
      alignment: AlignmentType.LEFT,
      children: [
        new ImageRun({
          type: 'png',
          data: picture.bytes,
          transformation,
          altText: { name, title: plainText(title), description: plainText(alt) }
        })
      ]
    })
  ];
}

function part(one: ReportPart, pictures: ReportPictures): (Paragraph | Table)[] {
  const { heading, startsPage, paragraphs, figures, tables, texts } = one;
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: startsPage,
      children: [textRun(heading)]
    }),
    ...paragraphs.map((content) => paragraph(content, one.id === 'method' ? { style: 'Small' } : {})),
    ...figures.flatMap((drawn) => figure(drawn, pictures)),
    ...tables.flatMap(({ heading: title, rows }) => [
      ...(title ? [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [textRun(title)] })] : []),
      table(rows, 'Small')
    ]),
    ...texts.flatMap(({ heading: title, text: content }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, children: [textRun(title)] }),
      ...content.split(/\n+/).map((line) => paragraph(line))
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
export function reportDocument(input: ReportInput, pictures: ReportPictures = {}): Promise<Blob> {
  const isDrawn = Object.keys(pictures).length > 0;
  return Packer.toBlob(fileOf(reportContent(input, { isDrawn }), pictures));
}
