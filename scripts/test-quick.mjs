// `npm run test:quick [-- REF]`: the inner loop. Lint, types, the tests that read every file (no import leads to them: texts, documents, layout), and the unit
// tests that what changed since REF reaches; without REF, since the last commit, which counts itself when all is committed. `npm test` says the rest.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies, run } from './setup.mjs';
import { REPORTS, conclude, script, step, vitest } from './steps.mjs';

if (process.argv.includes('--help')) {
  console.log(
    'npm run test:quick [-- RÉFÉRENCE] : règles du code, types, textes, plan du code, et les essais que touche ce qui a changé depuis RÉFÉRENCE (le dernier commit).'
  );
  process.exit(0);
}

const clean = () => execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }) === '';
const since = process.argv[2] ?? (clean() ? 'HEAD~1' : 'HEAD');

installDependencies();
for (const report of ['vitest-quick.json', 'vitest-texts.json'])
  rmSync(join(REPORTS, report), { force: true });
mkdirSync(REPORTS, { recursive: true });
run('npm', ['run', '--silent', 'sync']);
await Promise.all([
  step('types', script('types')),
  step(
    'lint and import rules',
    script('lint', '--cache', '--cache-location', '.cache/eslint/', '--cache-strategy', 'content')
  )
]);
await vitest('texts, documents and layout', 'vitest-texts.json', ['tests/unit/house', 'tests/unit/i18n']);
const changed = [`--changed=${since}`, '--passWithNoTests'];
await vitest(`unit tests of what changed since ${since}`, 'vitest-quick.json', changed, 0);
conclude();
