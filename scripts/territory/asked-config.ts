// The territory that a command is asked for: a configuration file, an agglomeration by its name, or a PRE of the official list.
import { readFile } from 'node:fs/promises';
import { readConfig, type Config } from '../../src/lib/engines/territory-builder/index.ts';
import { fail, progress } from '../shell.ts';
import { configNamed, configOfPre, keptPres, preWords } from './base.ts';
import type { keptReference } from './reference.ts';
import { withNumberedFiles } from './numbered-files.ts';

export interface Asked {
  /** Path of a configuration. */
  input: string | undefined;
  name: string | undefined;
  pre: string | undefined;
}

async function jsonAt(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? 'n’est pas du JSON valable' : 'ne peut pas être lue';
    fail(
      2,
      `${path} : la configuration ${reason} (${cause instanceof Error ? cause.message : String(cause)})`
    );
  }
}

/** The configuration that a JSON holds; ends with 2 when it is none. */
export function configOf(json: unknown, path: string): Config {
  const read = readConfig(json);
  if ('faults' in read)
    fail(
      2,
      read.faults.map((fault) => `${path} : ${fault}`)
    );
  return read.config;
}

function configCalled(text: string, reference: Awaited<ReturnType<typeof keptReference>>): Config {
  const found = configNamed(text, reference);
  if (!found) fail(2, `Aucune agglomération, aucun SIREN et aucune commune ne répond à « ${text} ».`);
  const { config, name, others } = found;
  progress(`${name} (SIREN ${config.siren})`);
  if (others.length > 0) progress(`  autres réponses à « ${text} » : ${others.join(' ; ')}`);
  return config;
}

async function configOfNamedPre(
  text: string,
  reference: Awaited<ReturnType<typeof keptReference>>
): Promise<Config> {
  const found = configOfPre(text, reference, await keptPres(reference));
  if ('noEpci' in found)
    fail(
      2,
      `${preWords(found.noEpci)} : sa commune n’est d’aucune intercommunalité, dont les données de départ ont besoin.`
    );
  if ('answers' in found) {
    const { answers } = found;
    if (answers.length === 0) fail(2, `Aucun PRE de la liste officielle ne répond à « ${text} ».`);
    fail(2, [
      `Plusieurs PRE répondent à « ${text} ». Précisez :`,
      ...answers.map((one) => `  --pre "${preWords(one)}"`)
    ]);
  }
  progress(
    `PRE : ${preWords(found.pre)} (SIREN ${found.config.siren}), communes : ${found.pre.communes.join(', ')}`
  );
  return found.config;
}

/** What is asked, its configuration, and the file that each name in it is; ends with 2 when there is none. */
export async function askedConfig(
  { input, name, pre }: Asked,
  reference: Awaited<ReturnType<typeof keptReference>>
): Promise<{ json: unknown; config: Config; fileOf: (told: string) => string }> {
  if (input !== undefined) {
    const { json, fileOf } = withNumberedFiles(await jsonAt(input));
    return { json, config: configOf(json, input), fileOf };
  }
  const config =
    pre === undefined ? configCalled(name ?? '', reference) : await configOfNamedPre(pre, reference);
  return { json: config, config, fileOf: (told) => told };
}
