// The security policy: what it lets through is what the site needs, and nothing more. That no page breaks it as it opens, nor lets a
// stranger's script through, is in `judged/census.spec.ts`; that it stands while a page is used, in `privacy.spec.ts`.
import { expect } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from './frames.ts';
import { BUILD } from './site-server.ts';

test('every page carries the policy, and no script of a page escapes it', () => {
  const pages = readdirSync(BUILD, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html')
  );
  expect(pages).toEqual(expect.arrayContaining(['index.html', 'methode/index.html', '404.html']));
  for (const name of pages) {
    const html = readFileSync(join(BUILD, name), 'utf8');
    const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? '';
    const directives = new Map(
      policy.split(';').map((part) => {
        const [directive = '', ...sources] = part.trim().split(/\s+/);
        return [directive, sources];
      })
    );
    expect(directives.get('default-src'), name).toEqual(["'none'"]);
    const scripts = directives.get('script-src') ?? [];
    expect(
      scripts.filter((source) => !/^'(self|wasm-unsafe-eval|sha256-.+)'$/.test(source)),
      name
    ).toEqual([]);
    const styles = directives.get('style-src') ?? [];
    expect(
      styles.filter((source) => !/^'(self|sha256-.+)'$/.test(source)),
      name
    ).toEqual([]);
    for (const directive of ['connect-src', 'worker-src', 'font-src']) {
      expect(directives.get(directive), `${name} ${directive}`).toEqual(["'self'"]);
    }
  }
});

test('a host is told what a page cannot say: frames, types, referrer, sensors, lasting files', async ({
  request
}) => {
  const page = (await request.get('')).headers();
  expect(page['content-security-policy']).toContain('frame-ancestors');
  expect(page['x-content-type-options']).toBe('nosniff');
  expect(page['referrer-policy']).toBe('no-referrer');
  expect(page['cross-origin-opener-policy']).toBe('same-origin');
  expect(page['permissions-policy']).toContain('geolocation=()');
  const chunk = readdirSync(join(BUILD, '_app/immutable/entry'))[0] ?? '';
  const lasting = (await request.get(`_app/immutable/entry/${chunk}`)).headers();
  expect(lasting['cache-control']).toContain('immutable');
  expect(lasting['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'");
});
