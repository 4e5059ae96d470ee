// Opens a file of any kind that can be read here as one table; the heavy readers are loaded when their kind comes.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { namesIn } from './archive.ts';
import { readCsv } from './csv.ts';
import { readGeojson } from './geojson.ts';
import type { RowTable } from './row-table.ts';
import { signatureOf } from './signature.ts';
import type { SourceFile } from './source-file.ts';

const MEGABYTE = 1024 * 1024;
/** Bytes beyond which a file is refused: a national file of the ministry weighs a quarter of it. */
export const MOST_FILE_BYTES = 256 * MEGABYTE;

/** The refusal of a file too large to be read whole; null when it may be read. Ask before reading. */
export function sizeRefusal(name: string, bytes: number): Finding | null {
  if (bytes <= MOST_FILE_BYTES) return null;
  const [found, expected] = [bytes, MOST_FILE_BYTES].map((size) => String(Math.round(size / MEGABYTE)));
  return { code: 'file-too-large', severity: 'dropped', file: name, found: found!, expected: expected! };
}

async function openZip(source: SourceFile): Promise<RowTable> {
  const names = namesIn(source);
  const refused = (code: string) => new UnusableInput({ code, severity: 'dropped', file: source.name });
  if (names.some((name) => /^xl\/workbook\.(?:xml|bin)$/i.test(name))) {
    const { readSpreadsheet } = await import('./spreadsheet.ts');
    return readSpreadsheet(source, names);
  }
  if (names.some((name) => /\.shp$/i.test(name))) {
    const { readShapefile } = await import('./shapefile.ts');
    return readShapefile(source, names);
  }
  if (names.includes('content.xml')) throw refused('open-document');
  if (names.some((name) => /\.gpkg$/i.test(name))) throw refused('geopackage');
  throw refused('other-archive');
}

/**
 * Opens a file by its content.
 * @throws UnusableInput when it cannot be read, with the reason
 */
export async function openFile(source: SourceFile): Promise<RowTable> {
  const tooLarge = sizeRefusal(source.name, source.bytes.length);
  if (tooLarge) throw new UnusableInput(tooLarge);
  const signature = signatureOf(source.bytes);
  switch (signature) {
    case 'csv':
      return readCsv(source);
    case 'geojson':
      return readGeojson(source);
    case 'zip':
      return openZip(source);
    case 'parquet': {
      const { readParquet } = await import('./parquet.ts');
      return readParquet(source);
    }
    default:
      throw new UnusableInput({ code: signature, severity: 'dropped', file: source.name });
  }
}
