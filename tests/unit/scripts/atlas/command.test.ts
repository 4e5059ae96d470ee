// npm run atlas: what it says before it needs a site or a browser.
import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { atlas } from '../../../../scripts/atlas.ts';
import { runIn } from '../../../fixtures/command.ts';

afterEach(() => vi.unstubAllEnvs());

describe('npm run atlas', () => {
  it.each([
    ['an unknown size', ['--out', 'x.pdf', '--size', 'A5'], /attendu A4 ou A3, trouvé « A5 »/],
    ['no file', [], /--out manque/]
  ])('ends with 2 on %s', async (_, args, message) => {
    const { status, stderr } = await runIn(atlas, ...args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  it('ends with 2 when the browser named is not there, and builds nothing', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nulle/part');
    const { status, stderr } = await runIn(atlas, '--out', '/tmp/x.pdf');
    expect([status, stderr.trim()]).toEqual([2, 'CHROMIUM_PATH : aucun fichier « /nulle/part ».']);
  });

  it('ends when it has printed: the site that it serves to itself holds it no longer', () => {
    const served = `
      import { serve } from './scripts/site/serve.mjs';
      const address = await serve({ port: 0, directory: 'docs', lasting: false });
      console.log((await fetch(address + 'glossaire.md')).status);`;
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', served], {
      encoding: 'utf8',
      timeout: 240_000
    });
    expect([status, stdout.trim()]).toEqual([0, '200']);
  });
});
