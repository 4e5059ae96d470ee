// Opens a file of any supported container as one table; the readers of binary containers are loaded on demand.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { namesInArchive } from './archive.ts';
import { readCsv } from './csv.ts';
import { readGeojson } from './geojson.ts';
import type { RowTable } from './row-table.ts';
import { signatureOf } from './signature.ts';
import type { SourceFile } from './row-table.ts';

const MEGABYTE = 1024 * 1024;
/** Bytes beyond which a file is refused: four times the largest national file of the ministry. */
export const MAX_FILE_BYTES = 256 * MEGABYTE;

/** The finding that refuses a file too large to be read into memory; null when it may be read. */
export function sizeRefusal(name: string, bytes: number, max = MAX_FILE_BYTES): Finding | null {
  if (bytes <= max) return null;
  const [found, expected] = [bytes, max].map((size) => String(Math.round(size / MEGABYTE)));
  return { code: 'file-too-large', severity: 'dropped', file: name, found: found!, expected: expected! };
}

async function openZip(source: SourceFile): Promise<RowTable> {
  const names = namesInArchive(source);
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
 * Opens a file by its content, whatever its name.
 * @throws UnusableInput with the reason when it cannot be read
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
