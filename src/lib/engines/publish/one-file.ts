// The public site as one file: the template of the built site (`one-file.html.gz` of the shell), with the files of a territory in it.
import type { TerritoryFiles } from '../../model/territory-files.ts';
import { PUBLISH_FOLDER, shipped } from './published-site.ts';

/** Where a site keeps the template, compressed. */
export const ONE_FILE_TEMPLATE = `${PUBLISH_FOLDER}/one-file.html.gz`;
const PLACE = '<!--files-->';
/** Of the database and of the live map: a file opened by itself has neither. */
const LEFT_OUT = /\.(?:arrow|pmtiles)$/;
const TEXT = /\.(?:json|geojson|csv|svg|txt)$/;
/** What a page would take for the end of the file, or for another beginning. */
const UNSAFE = /<(?=\/|!--|script)/i;

/** Text of the first line, by language. */
export type FirstLine = Readonly<Record<'fr' | 'en', string>>;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function element(path: string, bytes: Uint8Array): string {
  const text = TEXT.test(path) ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : null;
  const [kind, content] = text === null || UNSAFE.test(text) ? [' data-base64', base64(bytes)] : ['', text];
  return `<script type="text/plain" data-file="${escaped(path)}"${kind}>${content}</script>`;
}

/**
 * One HTML page that opens from a folder, in place of a public site: the same figures, no request. The same files give the same bytes.
 *
 * @param files of the territory, made for the public: see `checkProfile`
 * @param template what `ONE_FILE_TEMPLATE` holds
 * @param line what its first line says: date of the data, release, address of the current one
 */
export function oneFile(files: TerritoryFiles, template: string, line: FirstLine): string {
  const [before = '', after = ''] = template.split(PLACE);
  const says = Object.entries(line).map(([lang, text]) => `<span lang="${lang}">${escaped(text)}</span>`);
  const held = shipped(files)
    .filter(([path]) => !LEFT_OUT.test(path))
    .map(([path, bytes]) => element(path, bytes));
  return [before.replace('<!--line-->', says.join('')), ...held, after].join('\n');
}
