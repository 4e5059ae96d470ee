// Parts of an XLSX workbook that its reader leaves unsaid: hidden sheets, errors, and formulas whose result was not written.
import type { Unzipped } from 'fflate';

interface SheetPart {
  sheet: string;
  hidden: boolean;
  /** Text of its cells. */
  xml: string;
}

const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10_ffff)))
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string =>
  decoded(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean) ?? '');

const tags = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];

/** The sheets of a workbook in their order, those without a table of cells (charts) apart. */
export function sheetParts(parts: Unzipped): SheetPart[] {
  const textOf = (path: string) => new TextDecoder().decode(parts[path] ?? new Uint8Array());
  const targets = new Map(
    tags(textOf('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target')
    ])
  );
  return tags(textOf('xl/workbook.xml'), 'sheet').flatMap((tag) => {
    const target = targets.get(attribute(tag, 'r:id')) ?? '';
    const xml = textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const hidden = /hidden/i.test(attribute(tag, 'state'));
    return /<(?:\w+:)?sheetData\b/.test(xml) ? [{ sheet: attribute(tag, 'name'), hidden, xml }] : [];
  });
}

/** Whether some cell of a sheet holds a value. */
export const hasValues = ({ xml }: Pick<SheetPart, 'xml'>): boolean => /<(?:\w+:)?(?:v|t|f)[\s>]/.test(xml);

/** 0-based column of « B3 ». */
function columnOf(place: string): number {
  let at = 0;
  for (const letter of /^[A-Z]+/.exec(place)?.[0] ?? '') at = at * 26 + letter.charCodeAt(0) - 64;
  return at - 1;
}

const CELL = /<c(\s[^>]*)>(.*?)<\/c>/gs;
const FORMULA = /<f(?:\s[^>]*)?(?:\/>|>(.*?)<\/f>)/s;

/** Cells that the reader leaves empty: errors, and formulas without a result, as they would be typed. Rows and columns from 0. */
export function unsolvedFormulas({
  xml
}: Pick<SheetPart, 'xml'>): { row: number; at: number; text: string }[] {
  if (!xml.includes('<f') && !/\st=["']e["']/.test(xml)) return [];
  return [...xml.matchAll(CELL)].flatMap(([, tag = '', body = '']) => {
    const formula = FORMULA.exec(body);
    const isError = attribute(tag, 't') === 'e';
    const isSolved = /<v[\s/>]/.test(body) || /<is>/.test(body);
    if (!isError && (!formula || isSolved)) return [];
    const place = attribute(tag, 'r');
    const row = Number(/\d+$/.exec(place)?.[0] ?? 0) - 1;
    const at = columnOf(place);
    const text = isError
      ? decoded(/<v>(.*?)<\/v>/s.exec(body)?.[1] ?? '#N/A')
      : `=${decoded(formula?.[1] ?? '?')}`;
    return row < 0 || at < 0 ? [] : [{ row, at, text }];
  });
}
