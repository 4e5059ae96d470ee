// npm run atlas: what it says before it needs a site or a browser.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const run = (args: string[], env = {}) => {
  const { status, stderr, stdout } = spawnSync('npx', ['tsx', 'scripts/atlas.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env }
  });
  return { status, stderr, stdout };
};

describe('npm run atlas', () => {
  it.each([
    ['an unknown size', ['--out', 'x.pdf', '--size', 'A5'], /attendu A4 ou A3, trouvé « A5 »/],
    ['no file', [], /--out manque/]
  ])('ends with 2 on %s', (_, args, message) => {
    const { status, stderr } = run(args);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  it('ends with 2 when the browser named is not there, and builds nothing', () => {
    const { status, stderr } = run(['--out', '/tmp/x.pdf'], { CHROMIUM_PATH: '/nulle/part' });
    expect([status, stderr.trim()]).toEqual([2, 'CHROMIUM_PATH : aucun fichier « /nulle/part ».']);
  });
});
