// A page's HTML loses bytes, and nothing that a reader sees or a script asks for.
import { describe, expect, test } from 'vitest';
import { setEmbedPolicy } from '../../../src/lib/first-visit/embedded-files.ts';
import { postprocessHtml } from '../../../src/lib/first-visit/postprocess-html.ts';

const answer = (url: string, body: string, status = 200) =>
  `<script type="application/json" data-sveltekit-fetched data-url="${url}">${JSON.stringify({
    ...{ status, statusText: '', headers: {}, body }
  }).replaceAll('<', '\\u003C')}</script>`;

describe('a map drawn in a page', () => {
  const drawing = `<svg viewBox="0 0 100 50" class="svelte-a1"><!--[--><path class="line" id="s1-59014" d="M10.0 10.0L20.0 10.0L20.0 20.123456Z" fill="var(--ramp-1)"></path><!--]-->
<clipPath id="s2-shape"><path d="M0 0L5 0L5 5Z"></path></clipPath><path clip-path="url(#s2-shape)" d="M1 1L4 4" stroke="var(--hatch)"></path>
<use href="#s1-59014" stroke="var(--ink)"></use><text x="12.3456789" y="7">Saint-Saulve</text></svg>`;
  const page = (map: string) =>
    `<p>10.123456 <!--[-->euros<!--]--></p><noscript class="prerendered-wide">${map}</noscript>`;
  const lean = postprocessHtml(page(drawing), '/');

  test('keeps its names, classes, inks and references', () => {
    for (const kept of [
      ...['class="svelte-a1"', 'class="line"', 'id="s1-59014"', 'href="#s1-59014"', 'fill="var(--ramp-1)"'],
      ...['id="s2-shape"', 'clip-path="url(#s2-shape)"', 'stroke="var(--hatch)"', '>Saint-Saulve<']
    ])
      expect(lean).toContain(kept);
  });

  test('is told in tenths of a pixel, without what only scripts read', () => {
    expect(lean).toContain('d="M10 10h10v10.1Z"');
    expect(lean).toContain('x="12.3"');
    expect(lean.slice(lean.indexOf('<noscript'))).not.toContain('<!--');
  });

  test('leaves the rest of the page as it is', () => {
    expect(lean).toContain('<p>10.123456 <!--[-->euros<!--]--></p>');
  });
});

describe('the data that a page brings', () => {
  setEmbedPolicy('tables/dashboard.json', 'verbatim');
  setEmbedPolicy('graph/team.json', 'verbatim');
  setEmbedPolicy('map/communes.geojson', 'omitted', '/');
  const dashboard = '{"version":1,"name":"Écoles </script> <b>"}';

  test('are written as they are, and cannot end their script early', () => {
    const lean = postprocessHtml(answer('/reussite/tables/dashboard.json', dashboard), '/ecoles');
    const [, text = ''] =
      /^<script type="application\/json" data-embedded="tables\/dashboard\.json">(.*)<\/script>$/.exec(
        lean
      ) ?? [];
    expect(JSON.parse(text)).toEqual(JSON.parse(dashboard));
    expect(text).not.toContain('<');
  });

  test('stay as SvelteKit wrote them where a file is missing, or is of one page only', () => {
    for (const kept of [answer('/graph/team.json', 'Not found', 404), answer('/tables/programme.json', '{}')])
      expect(postprocessHtml(kept, '/')).toBe(kept);
  });

  test('come as the part of a file that the page says, where it says a part', () => {
    setEmbedPolicy('tables/part.json', (body) => JSON.stringify({ count: JSON.parse(body).length }), '/');
    expect(postprocessHtml(answer('/tables/part.json', '[1,2,3]'), '/')).toBe(
      '<script type="application/json" data-embedded="tables/part.json">{"count":3}</script>'
    );
  });

  test('come without the files of a large territory, which the page asks for: a site does not carry them once a page', () => {
    const large = JSON.stringify({
      version: 1,
      schools: Array.from({ length: 40_000 }, (_, at) => `É${at}`)
    });
    for (const path of ['/tables/dashboard.json', '/map/qpvs.geojson'])
      expect(postprocessHtml(answer(path, large), '/ecoles')).toBe('');
    expect(postprocessHtml(answer('/tables/dashboard.json', dashboard), '/ecoles')).not.toBe('');
  });

  test('come without the outlines on the first page alone, whose map asks for them', () => {
    const outlines = answer('/map/communes.geojson', '{"type":"FeatureCollection","features":[]}');
    expect(postprocessHtml(outlines, '/')).toBe('');
    expect(postprocessHtml(outlines, '/ecoles')).toBe(outlines);
  });
});

test('numbers of drawings are the same whichever engine wrote the page; scripts and styles keep theirs', () => {
  const page = (digits: string) =>
    `<circle cy="-172.6252221${digits}" r="0.12345678e-5"/><a href="#c=50.358912">1,5</a><script>x = 1.23456789</script>`;
  expect(postprocessHtml(page('40600'), '/')).toBe(postprocessHtml(page('40629'), '/'));
  expect(postprocessHtml(page('40600'), '/')).toBe(
    '<circle cy="-172.6252" r="0.12345678e-5"/><a href="#c=50.358912">1,5</a><script>x = 1.23456789</script>'
  );
});
