// Lint: the language, the components, and who may import whom (see src/README.md).
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import globals from 'globals';
import imports from './eslint.imports.js';
import { OWNERSHIP } from './eslint.boundaries.js';

const length = (max) => ({ 'max-lines': ['error', { max, skipBlankLines: false, skipComments: false }] });
const late = (sources, instead) => ({ 'imports/late': ['error', { sources, instead }] });

const FUNCTION_LENGTH = {
  'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }]
};
export default ts.config(
  {
    ignores: [
      'build',
      '.svelte-kit',
      'node_modules',
      'static',
      'src/lib/i18n/**/paraglide',
      '.cache',
      'test-results'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    plugins: { imports },
    rules: {
      'no-undef': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-alert': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'imports/floors': 'error',
      'imports/no-circle': 'error'
    }
  },
  ...OWNERSHIP,
  { files: ['**/*.ts'], rules: length(500) },
  {
    files: ['src/**/*.{ts,js,svelte}', 'scripts/**/*.{ts,mjs}', 'bench/**/*.{ts,mjs}'],
    rules: FUNCTION_LENGTH
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: { 'svelte/no-navigation-without-resolve': 'off' }
  },
  { files: ['**/*.svelte'], rules: length(300) },
  // The library of charts comes with the first chart that is seen: what a component imports at once may be in the file of the first page.
  {
    files: ['src/**/*.svelte'],
    rules: late(
      '^@observablehq.plot$|(-chart|milestone-marks|charts.mount)(\\.ts)?$',
      'Import what draws a chart by `await import(…)`, once the page is at rest.'
    )
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/**/*-chart.ts', 'src/**/*-marks.ts', 'src/lib/ui/charts/mount.ts'],
    rules: late(
      '^@observablehq/plot$',
      'A file that draws is named `…-chart.ts` or `…-marks.ts`: components fetch it late.'
    )
  }
);
