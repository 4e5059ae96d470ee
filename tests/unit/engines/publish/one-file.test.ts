// A public site as one file: it holds the files of the site byte for byte, which the searches of published files know, and nothing else of the folder.
import { describe, expect, it } from 'vitest';
import { oneFile } from '../../../../src/lib/engines/publish/index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const TEMPLATE = '<p><!--line--></p><!--files--><script></script>';
const LINE = { fr: 'Au 30 juin <2026>', en: 'On 30 June 2026' };
const files = new Map([
  ['tables/dashboard.json', utf8('{"name":"É"}')],
  ['downloads/schools.csv', utf8('\uFEFFnom;\r\n"</script><b>";\r\n')],
  ['downloads/schools.parquet', new Uint8Array([0, 255, 60])],
  ['tables/schools.arrow', utf8('CANARI')],
  ['map/ground.pmtiles', utf8('CANARI')],
  ['findings.json', utf8('CANARI')]
]);

/** What a page reads in its elements. */
const held = (html: string) =>
  new Map(
    [
      ...html.matchAll(/<script type="text\/plain" data-file="([^"]*)"( data-base64)?>([^]*?)<\/script>/g)
    ].map(([, path = '', packed, content = '']) => [
      path,
      packed ? new Uint8Array(Buffer.from(content, 'base64')) : utf8(content)
    ])
  );

describe('the public site as one file', () => {
  it('holds the files of the site byte for byte, whatever is in them, and neither database, tiles nor findings of the folder', () => {
    const html = oneFile(files, TEMPLATE, LINE);
    const kept = ['downloads/schools.csv', 'downloads/schools.parquet', 'tables/dashboard.json'];
    expect([...held(html).keys()]).toEqual(kept);
    for (const path of kept) expect(held(html).get(path)).toEqual(files.get(path));
    expect(html).not.toContain('CANARI');
  });

  it('says its first line in both languages, as text', () => {
    expect(oneFile(files, TEMPLATE, LINE)).toContain(
      '<span lang="fr">Au 30 juin &lt;2026></span><span lang="en">On 30 June 2026</span>'
    );
  });

  it('is the same bytes from the same files, in whatever order they came', () => {
    const other = new Map([...files].reverse());
    expect(oneFile(other, TEMPLATE, LINE)).toBe(oneFile(files, TEMPLATE, LINE));
  });
});
