// Lint of plain modules: the rules of eslint.config.js, read by oxlint, which has ESLint's under the same names, runs ours as they are, and takes
// a tenth of the time. Components, and modules with runes, stay with ESLint. A rule that oxlint does not know stops it.
import config from './eslint.config.js';

/** In a module, the parser itself refuses what these would. */
const IN_PARSER = ['no-octal', 'no-dupe-args'];
/** Of the rules on components, those that are about any module of the site. */
const OF_MODULES =
  /^svelte\/(?:no-inner-declarations|no-inspect|no-navigation-without-resolve|no-store-async|no-svelte-internal)$/;

const isOff = (setting) => ['off', 0].includes([setting].flat()[0]);
const applied = new Set(
  config.flatMap(({ rules = {} }) => Object.keys(rules).filter((name) => !isOff(rules[name])))
);
const isRead = (name) =>
  applied.has(name) && !IN_PARSER.includes(name) && (!name.startsWith('svelte/') || OF_MODULES.test(name));
const renamed = (name) => name.replace(/^@typescript-eslint\//, 'typescript/');

const overrides = config.flatMap(({ name = '', files = ['**/*'], ignores, rules = {} }) => {
  const read = Object.entries(rules).filter(([name]) => isRead(name));
  if (read.length === 0) return [];
  return {
    files: name.startsWith('svelte:') ? ['src/**/*'] : files.flat(),
    ...(ignores && { excludeFiles: ignores }),
    rules: Object.fromEntries(read.map(([name, setting]) => [renamed(name), setting]))
  };
});

export default {
  plugins: ['typescript'],
  categories: { correctness: 'off' },
  env: { browser: true, node: true },
  jsPlugins: [
    { name: 'imports', specifier: './eslint.imports.js' },
    { name: 'svelte', specifier: 'eslint-plugin-svelte' }
  ],
  ignorePatterns: [
    '**/*.svelte',
    '**/*.svelte.ts',
    ...config.flatMap((entry) => (Object.keys(entry).join() === 'ignores' ? entry.ignores : []))
  ],
  overrides
};
