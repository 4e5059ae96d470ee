// Opens a file of any supported container as one table; the readers of binary containers are loaded on demand.
import { UnusableInput } from '../../../model/findings.ts';
import type { Matches } from '../matching/matches.ts';
import { sizeRefusal } from '../size-limits.ts';
import { namesInArchive } from './archive.ts';
import { readCsv } from './csv.ts';
import { readGeojson } from './geojson.ts';
import { gunzip } from './gzip.ts';
import type { RowTable } from './row-table.ts';
import { signatureOf } from './signature.ts';
import type { SourceFile } from './row-table.ts';

async function openZip(source: SourceFile, matches: Matches | undefined): Promise<RowTable> {
  const names = namesInArchive(source);
  const refused = (code: string) => new UnusableInput({ code, severity: 'dropped', file: source.name });
  if (names.some((name) => /^xl\/workbook\.(?:xml|bin)$/i.test(name))) {
    const { readSpreadsheet } = await import('./spreadsheet.ts');
    return readSpreadsheet(source, names, matches);
  }
  if (names.some((name) => /\.shp$/i.test(name))) {
    const { readShapefile } = await import('./shapefile.ts');
    return readShapefile(source, names);
  }
  if (names.includes('content.xml')) {
    const { readOpenDocument } = await import('./open-document.ts');
    return readOpenDocument(source, matches);
  }
  if (names.some((name) => /\.gpkg$/i.test(name))) throw refused('geopackage');
  throw refused('other-archive');
}

/**
 * Opens a file by its content, whatever its name; one compressed with gzip as what it holds.
 * @param matches what was said of its headers, to find its sheet in a workbook
 * @throws UnusableInput with the reason when it cannot be read
 */
export async function openFile(source: SourceFile, matches?: Matches): Promise<RowTable> {
  const tooLarge = sizeRefusal(source.name, source.bytes.length);
  if (tooLarge) throw new UnusableInput(tooLarge);
  const content = signatureOf(source.bytes) === 'gzip-file' ? { ...source, bytes: gunzip(source) } : source;
  return openContent(content, matches);
}

async function openContent(source: SourceFile, matches: Matches | undefined): Promise<RowTable> {
  const signature = signatureOf(source.bytes);
  switch (signature) {
    case 'csv':
      return readCsv(source);
    case 'geojson':
      return readGeojson(source);
    case 'zip':
      return openZip(source, matches);
    case 'parquet': {
      const { readParquet } = await import('./parquet.ts');
      return readParquet(source);
    }
    default:
      throw new UnusableInput({ code: signature, severity: 'dropped', file: source.name });
  }
}
