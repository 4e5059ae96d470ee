// Notes as Word files (OOXML), with styles, headings and table headers for assistive technology. To be loaded by `import()`.
import { BorderStyle, Document, HeadingLevel, Packer, Paragraph, type Table } from 'docx';
import { documentStyles, footer, image, PAGE_PROPERTIES, plainText, table, textRun } from './docx-parts.ts';
import type { Note, NoteSection } from './note.ts';

/** A dashed line, apart from what stands above. */
const CUT_OFF = {
  spacing: { before: 1200, after: 120 },
  border: { top: { style: BorderStyle.DASHED, size: 6, space: 12 } }
};

function section({
  heading,
  paragraphs = [],
  table: rows,
  picture,
  after = [],
  startsPage = false,
  isCutOff = false
}: NoteSection): (Paragraph | Table)[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: startsPage,
      ...(isCutOff && CUT_OFF),
      children: [textRun(heading)]
    }),
    ...paragraphs.map((content) => new Paragraph({ children: [textRun(content)] })),
    ...(picture ? [new Paragraph({ children: [image(picture, heading)] })] : []),
    ...(rows && rows.rows.length > 0 ? [table(rows)] : []),
    ...after.map(
      (content, at) =>
        new Paragraph({ spacing: { before: at === 0 ? 240 : 0 }, children: [textRun(content)] })
    )
  ];
}

/** The note as a file for Word, LibreOffice and OnlyOffice. */
export async function writeNote(note: Note): Promise<Blob> {
  const document = new Document({
    title: plainText(note.title),
    creator: 'Maillage',
    description: plainText(note.subtitle),
    styles: documentStyles(note.language),
    sections: [
      {
        properties: PAGE_PROPERTIES,
        footers: { default: footer(note.foot) },
        children: [
          new Paragraph({ style: 'Small', children: [textRun(note.subtitle)] }),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [textRun(note.title)] }),
          new Paragraph({ style: 'Lead', children: [textRun(note.lead)] }),
          ...note.sections.flatMap(section),
          ...note.sources.map(
            (content, at) =>
              new Paragraph({
                style: 'Small',
                spacing: { before: at === 0 ? 320 : 0 },
                children: [textRun(content)]
              })
          )
        ]
      }
    ]
  });
  return Packer.toBlob(document);
}
