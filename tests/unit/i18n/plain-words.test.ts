// Pages speak to a public agent: no word for whoever types commands or writes programs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentenceFor } from '../../../src/lib/i18n/findings/finding-reader.ts';
import { findingCodes, findingSentenceIn } from '../../../src/lib/i18n/findings/findings.ts';

const SOURCES = 'src';
/** Said by commands alone: no page checks a file with their options. */
const OF_COMMANDS: ReadonlySet<string> = new Set(['zeros-contradicted']);
const COMMANDS: [string, RegExp][] = [
  ['a command', /\bnpm |\bnpx |\bosmium |\bpmtiles extract/],
  ['an option', /(?:^|[\s(«“])--[a-z]/],
  ['a document of the repository', /\bdocs\/|\b[a-z-]+\.md\b/],
  ['a file of the build', /\b(?:findings|config|cube|report|dashboard)\.json\b/],
  ['a key', /clés? manquante|missing key|"profile"/],
  ['a program', /ligne de commande|command line|terminal|stack trace|\bundefined\b/i]
];
const faultsOf = (where: string, text: string) =>
  COMMANDS.filter(([, rule]) => rule.test(text)).map(([name]) => `${where}, ${name}: ${text}`);
const textsIn = (path: string): [string, string][] =>
  Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>).map(([key, message]) => [
    key,
    JSON.stringify(message)
  ]);

describe('pages say nothing that only a programmer understands', () => {
  it.each(['fr', 'en'])('in their messages: %s', (language) => {
    const faults = readdirSync('messages').flatMap((folder) =>
      textsIn(`messages/${folder}/${language}.json`).flatMap(([key, text]) =>
        key === '$schema' ? [] : faultsOf(key, text)
      )
    );
    expect(faults).toEqual([]);
  });

  it('in their findings', () => {
    const faults = findingCodes().flatMap((code) => {
      if (OF_COMMANDS.has(code)) return [];
      const finding = {
        code,
        severity: 'dropped',
        file: 'a.csv',
        row: 3,
        found: '4',
        expected: '9'
      } as const;
      return [sentenceFor(finding), findingSentenceIn('en', finding)].flatMap((text) => faultsOf(code, text));
    });
    expect(faults).toEqual([]);
  });

  it('in their components', () => {
    const components = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.svelte')
    );
    const faults = components.flatMap((path) => {
      const markup = readFileSync(join(SOURCES, path), 'utf8')
        .replace(/<(script|style)\b[^]*?<\/\1>/g, '')
        .replace(/<!--[^]*?-->/g, '');
      return /\bnpm run\b/.test(markup) ? [path] : [];
    });
    expect(faults).toEqual([]);
  });
});
