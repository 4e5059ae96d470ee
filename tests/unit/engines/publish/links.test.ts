// Every link of a published page leads somewhere.
import { describe, expect, it } from 'vitest';
import { brokenLinks } from '../../../../src/lib/engines/publish/index.ts';

const FILES = new Set(['favicon.svg', 'downloads/écoles.csv']);

function brokenOf(pages: Record<string, string>): string[] {
  const links = brokenLinks(FILES);
  for (const [page, html] of Object.entries(pages)) links.add(page, html);
  return links.broken();
}

describe('the links of a published site', () => {
  it('may lead to pages, files, places of a page and other sites', () => {
    expect(
      brokenOf({
        '': '<link rel="icon" href="./favicon.svg"><a href="./ecoles/#liste"><a href="https://example.org/x">',
        'ecoles/': '<h2 id="liste"></h2><a href="../">Accueil</a><a href="#liste">',
        'territoires/59014/':
          '<a href="../../"><a href="../../downloads/%C3%A9coles.csv"><a href="../../ecoles/?annee=2024">'
      })
    ).toEqual([]);
  });

  it('are named with their page when they lead nowhere', () => {
    expect(
      brokenOf({
        '': '<a href="./ecoles"><a href="./nulle-part"><img src="./absente.png">',
        'ecoles/': '',
        'territoires/59014/': '<a href="../../#absent"><a href="./#ici">'
      })
    ).toEqual([
      '/ : ./ecoles',
      '/ : ./nulle-part',
      '/ : ./absente.png',
      '/territoires/59014/ : ../../#absent',
      '/territoires/59014/ : ./#ici'
    ]);
  });

  it('are not looked for in scripts, nor where a page keeps its own state', () => {
    expect(
      brokenOf({ '': '<script>const x = \'<a href="./nulle-part">\';</script><a href="./#plan=abc">' })
    ).toEqual([]);
  });
});
