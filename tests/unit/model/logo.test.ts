// A logo is an image: never a program, never a way to tell anyone that a page was read.
import { describe, expect, it } from 'vitest';
import { logoFault } from '../../../src/lib/model/logo.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const svg = (inside: string, before = '') =>
  logoFault('l.svg', bytesOf(`${before}<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`));

describe('a logo', () => {
  it('may be what drawing programs write', () => {
    for (const inside of [
      '<path d="M0 0" fill="url(#ombre)"/><use xlink:href="#forme"/>',
      '<style>.a{fill:#fff;stroke:url("#b")}</style><text font-family="Arial">Mairie : PRE &amp; réussite</text>',
      '<image href="data:image/png;base64,iVBORw0KGgo="/>',
      '<metadata><cc:Work rdf:about=""><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></metadata>',
      '<!-- Made by hand --><g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="fond"/>'
    ])
      expect(svg(inside), inside).toBeNull();
    const type =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    expect(svg('<path/>', `<?xml version="1.0" encoding="utf-8"?>\n${type}`)).toBeNull();
    expect(
      logoFault('l.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))
    ).toBeNull();
  });

  it('may not run anything', () => {
    for (const inside of [
      '<script>alert(1)</script>',
      '<svg:script href="#a"/>',
      '<SCRIPT/>',
      '<rect onload="a()"/>',
      '<rect/onload=a()>',
      '<rect fill="#fff"onclick="a()"/>',
      '<a href="javascript:a()"><path/></a>',
      '<a href="java&#115;cript:a()"><path/></a>',
      '<a href="javascript&colon;a()"><path/></a>',
      '<a xlink:href=" &#x6a;avascript:a()"/>',
      '<foreignObject><body/></foreignObject>',
      '<iframe/>',
      '<animate attributeName="href" to="x"/>',
      '<set attributeName="onclick" to="a()"/>',
      '<image href="data:image/svg+xml;base64,AAAA"/>',
      '<use href="data:text/html,a"/>',
      '<!--><a href="b"/>-->'
    ])
      expect(svg(inside), inside).toBe('active');
    expect(svg('&a;', '<!DOCTYPE svg [<!ENTITY a "b">]>')).toBe('active');
    expect(svg('', '<?xml-stylesheet href="a.css"?>')).toBe('active');
  });

  it('may not ask for anything elsewhere', () => {
    for (const inside of [
      '<image href="https://a.fr/b.png"/>',
      '<image href="//a.fr/b.png"/>',
      '<image href="b.png"/>',
      "<image xlink:href='http://a.fr'/>",
      '<use href="autre.svg#a"/>',
      '<style>@import "a.css";</style>',
      '<style>@\\69mport "a.css";</style>',
      '<rect fill="url(https://a.fr/#b)"/>',
      '<style>rect{fill:url("a.svg#b")}</style>',
      '<rect style="background:u\\72l(//a.fr/b)"/>',
      '<metadata><image href="https://a.fr/b.png"/></metadata>',
      '<text>https://a.fr</text>'
    ])
      expect(svg(inside), inside).toBe('active');
  });

  it('is an image of at most 200 kB', () => {
    expect(logoFault('l.svg', new Uint8Array(300_000))).toBe('size');
    expect(logoFault('l.svg', bytesOf('<html></html>'))).toBe('not-svg');
    expect(logoFault('l.svg', Uint8Array.from([0xff, 0xfe, 0x3c, 0]))).toBe('not-svg');
    expect(logoFault('l.png', bytesOf('<svg></svg>'))).toBe('not-png');
  });
});
