// Why a file is no extract that can be read: each a finding with the way on.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import type { GroundBox, ExtractFile } from '../extract.ts';

/** Bytes at the beginning that tell what a foreign file is. */
const SIGN = 4096;

export function extractRefusal(
  file: ExtractFile,
  code: string,
  more: Partial<Finding> = {},
  cause?: unknown
): UnusableInput {
  const { name } = file;
  return new UnusableInput(
    { code, severity: 'dropped', ...(name !== undefined && { file: name }), ...more },
    { cause }
  );
}

/** What a file is that does not begin as an extract does. */
export async function foreignRefusal(file: ExtractFile): Promise<UnusableInput> {
  const bytes = new Uint8Array(await file.slice(0, SIGN).arrayBuffer());
  const text = String.fromCharCode(...bytes);
  if (text.startsWith('\u001f\u008b')) return extractRefusal(file, 'pbf-compressed', { found: 'gzip' });
  if (text.startsWith('BZh')) return extractRefusal(file, 'pbf-compressed', { found: 'bzip2' });
  if (text.startsWith('PK')) return extractRefusal(file, 'pbf-compressed', { found: 'zip' });
  if (/^\S{0,3}\s*<(?:\?xml|osm)/.test(text)) return extractRefusal(file, 'pbf-xml');
  if (/^\S{0,3}\s*\{/.test(text) && /"(?:osm3s|elements|generator)"/.test(text))
    return extractRefusal(file, 'pbf-overpass');
  return extractRefusal(file, 'pbf-foreign');
}

/** Degrees by which an outline drawn elsewhere may pass the box of an extract: half a kilometre. */
const TOLERANCE = 0.005;

/** A box that is none, that crosses the antimeridian, or that the extract does not cover. */
export function checkBox(file: ExtractFile, box: GroundBox, covered: GroundBox | null): void {
  const [west, south, east, north] = box;
  const asked = box.join(' ');
  if (box.every(Number.isFinite) && west > east && south < north)
    throw extractRefusal(file, 'pbf-antimeridian', { found: asked });
  const isBox = west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90;
  if (!isBox) throw extractRefusal(file, 'pbf-box', { found: asked });
  if (
    covered &&
    (west < covered[0] - TOLERANCE ||
      south < covered[1] - TOLERANCE ||
      east > covered[2] + TOLERANCE ||
      north > covered[3] + TOLERANCE)
  )
    throw extractRefusal(file, 'pbf-elsewhere', { found: covered.join(' '), expected: asked });
}
