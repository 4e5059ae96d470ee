// Lint: the language, the components, and who may import whom (see src/README.md).
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import globals from 'globals';
import boundaries from 'eslint-plugin-boundaries';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { ELEMENTS, OWNERSHIP, POLICIES } from './eslint.boundaries.js';

const length = (max) => ({ 'max-lines': ['error', { max, skipBlankLines: false, skipComments: false }] });

export default ts.config(
  {
    ignores: [
      'build',
      '.svelte-kit',
      'node_modules',
      'static',
      'src/lib/i18n/paraglide',
      '.cache',
      'test-results'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    plugins: { boundaries, 'import-x': importX },
    settings: {
      'boundaries/elements': ELEMENTS,
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'import-x/extensions': ['.ts', '.js', '.svelte'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'svelte-eslint-parser': ['.svelte'] },
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })]
    },
    rules: {
      'no-undef': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-alert': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'boundaries/dependencies': ['error', { default: 'disallow', policies: POLICIES }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }]
    }
  },
  ...OWNERSHIP,
  { files: ['**/*.ts'], rules: length(500) },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: { 'svelte/no-navigation-without-resolve': 'off' }
  },
  { files: ['**/*.svelte'], rules: length(300) },
  {
    files: ['src/service-worker.ts'],
    languageOptions: { globals: globals.serviceworker }
  }
);
