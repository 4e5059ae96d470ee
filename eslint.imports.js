// Lint rules on imports: who may import whom, what is fetched late, and no module imports itself through others. A path is looked for, and a
// file read for circles, once a run.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { refusal } from './eslint.boundaries.js';

const ROOT = import.meta.dirname;
/** A whole `import` or `export ... from` at the start of a line, and a dynamic `import()`; what is imported for its types alone is erased. */
const STATEMENT = /^[ \t]*(?:import|export)\s+(?!type\b)([^'"`;()]*?from\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g;
const TYPES_ALONE = /^\{(?:\s*type\s[^,}]+,?)+\s*\}\s*from\s+$/;
const EXTENSIONS = ['', '.ts', '.svelte', '.svelte.ts', '.js', '.mjs', '/index.ts'];

const isFile = (path) => existsSync(path) && statSync(path).isFile();

/** Path without extension -> its file, null without any. */
const found = new Map();

/** The file of this repository that an import means; null for a library. */
function resolve(source, importer) {
  const path = source.startsWith('$lib/')
    ? join(ROOT, 'src/lib', source.slice(5))
    : source.startsWith('.')
      ? join(dirname(importer), source)
      : null;
  if (path === null) return null;
  if (!found.has(path)) found.set(path, EXTENSIONS.map((extension) => path + extension).find(isFile) ?? null);
  return found.get(path);
}

/** File -> files that it imports. */
const imports = new Map();

function importsOf(file) {
  let read = imports.get(file);
  if (read) return read;
  const text = readFileSync(file, 'utf8');
  const sources = [
    ...[...text.matchAll(STATEMENT)]
      .filter(([, names]) => !TYPES_ALONE.test(names ?? ''))
      .map(([, , source]) => source),
    ...[...text.matchAll(DYNAMIC)].map(([, source]) => source)
  ];
  read = [...new Set(sources.map((source) => resolve(source, file)))].filter((path) => path !== null);
  imports.set(file, read);
  return read;
}

/** Files that are in no circle: those that import none but such files. */
const apart = new Set();

/** The shortest way from a file back to itself, as files; null when there is none. */
function circleThrough(file) {
  const importers = new Map();
  const reached = [file];
  for (const at of reached) {
    for (const next of importsOf(at)) {
      if (next === file) {
        const way = [file];
        for (let back = at; back !== file; back = importers.get(back)) way.unshift(back);
        return [file, ...way];
      }
      if (importers.has(next) || apart.has(next)) continue;
      importers.set(next, at);
      reached.push(next);
    }
  }
  apart.add(file);
  return null;
}

const slashed = (path) => relative(ROOT, path).replaceAll('\\', '/');

export default {
  rules: {
    floors: {
      meta: { type: 'problem', schema: [], messages: { refused: '{{why}}: see src/README.md.' } },
      create(context) {
        const importer = slashed(context.filename);
        const look = ({ source }) => {
          if (typeof source?.value !== 'string') return;
          const imported = resolve(source.value, context.filename);
          const why = imported && refusal(importer, slashed(imported));
          if (why) context.report({ node: source, messageId: 'refused', data: { why } });
        };
        return {
          ImportDeclaration: look,
          ExportNamedDeclaration: look,
          ExportAllDeclaration: look,
          ImportExpression: look,
          TSImportType: look
        };
      }
    },
    late: {
      meta: {
        type: 'problem',
        schema: [
          { type: 'object', properties: { sources: { type: 'string' }, instead: { type: 'string' } } }
        ],
        messages: { late: '{{instead}}' }
      },
      create(context) {
        const [{ sources, instead }] = context.options;
        const isLate = new RegExp(sources);
        return {
          ImportDeclaration(node) {
            if (node.importKind === 'type' || !isLate.test(node.source.value)) return;
            context.report({ node, messageId: 'late', data: { instead } });
          }
        };
      }
    },
    'no-circle': {
      meta: { type: 'problem', schema: [], messages: { circle: 'Circle of imports: {{way}}.' } },
      create: (context) => ({
        Program(node) {
          if (!isFile(context.filename)) return;
          const way = circleThrough(context.filename);
          if (!way) return;
          const names = way.map(slashed).join(' -> ');
          context.report({ node, loc: { line: 1, column: 0 }, messageId: 'circle', data: { way: names } });
        }
      })
    }
  }
};
