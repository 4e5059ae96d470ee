// What the Word files of the site share: page, styles, texts, tables, foot.
import {
  AlignmentType,
  BorderStyle,
  Footer,
  ImageRun,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IStylesOptions
} from 'docx';
import type { NotePicture, NoteTable } from './note.ts';

/** Width of the text in twentieths of a point: A4 without its margins. */
const PAGE = { width: 11906, height: 16838, margin: 1134 };
export const WIDTH = PAGE.width - 2 * PAGE.margin;
const INK = '17212B';
const FONT = 'Arial';
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'DAD6CD' };
const STRONG = { style: BorderStyle.SINGLE, size: 8, color: INK };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Text without inline marks, nor the control characters that XML forbids. */
export function plainText(text: string): string {
  return (
    text
      .replace(/<\/?[a-z]+>/g, '')
      .replace(/\u2060\u2009\u2060/g, '\u202f')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  );
}

export const textRun = (content: string, bold = false): TextRun =>
  new TextRun({ text: plainText(content), ...(bold && { bold }) });

/** @param style of its texts; that of the document where none is given */
export function table({ columns, rows }: NoteTable, style?: 'Small'): Table {
  const [room, beside] = style ? [25, 160] : [40, 80];
  const shares = columns.map(({ width }) => width ?? 1);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.round((WIDTH * share) / whole));
  const row = (cells: readonly string[], header: boolean) =>
    new TableRow({
      ...(header ? { tableHeader: true } : {}),
      cantSplit: true,
      children: columns.map(({ align }, at) => {
        return new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          margins: { top: room, bottom: room, left: at === 0 ? 0 : beside, right: 0 },
          borders: { top: NONE, left: NONE, right: NONE, bottom: header ? STRONG : RULE },
          children: [
            new Paragraph({
              alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
              // The head never stands alone at the foot of a page.
              keepNext: header,
              spacing: { after: 0, ...(style && { line: 240 }) },
              ...(style && { style }),
              children: [textRun(cells[at] ?? '', header)]
            })
          ]
        });
      })
    });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map(({ label }) => label),
        true
      ),
      ...rows.map((cells) => row(cells, false))
    ]
  });
}

/** A picture as large as the width and the height, pixels at 96 to the inch, leave it. @param title of the picture */
export function image(
  { bytes, width, height, alt }: NotePicture,
  title: string,
  most = { width: 642, height: 600 }
): ImageRun {
  const scale = Math.min(most.width / width, most.height / height);
  return new ImageRun({
    type: 'png',
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: plainText(title), title: plainText(title), description: plainText(alt) }
  });
}

/** The foot of each page, and its number. */
export function footer(foot: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Small',
        tabStops: [{ type: 'right', position: WIDTH }],
        children: [
          new TextRun({
            children: [plainText(foot), '\t', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
          })
        ]
      })
    ]
  });
}

/** A4, upright, as section properties. */
export const PAGE_PROPERTIES = {
  page: {
    size: { width: PAGE.width, height: PAGE.height },
    margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin }
  }
};

export function documentStyles(language: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: INK },
    paragraph: { spacing: { before, after: 120 }, keepNext: true }
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 276 } }
      },
      title: heading(48, 0),
      heading1: heading(26, 320),
      heading2: heading(21, 200)
    },
    paragraphStyles: [
      {
        id: 'Lead',
        name: 'Lead',
        basedOn: 'Normal',
        run: { size: 26 },
        paragraph: { spacing: { after: 240 } }
      },
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 17, color: '58636D' } }
    ]
  };
}
