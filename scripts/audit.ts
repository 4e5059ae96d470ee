// npm run audit: what can be reckoned from published cubes, alone or together.
import { basename } from 'node:path';
import { audit } from '../src/lib/engines/disclosure/index.ts';
import { findingSentence } from '../src/lib/i18n/findings/findings.ts';
import { UnusableInput } from '../src/lib/model/findings.ts';
import { bootHighs } from '../src/lib/solver/highs.ts';
import { readCubes } from './safe/files.ts';
import { openCellLines } from '../src/lib/engines/territory-builder/index.ts';
import { fail, print, progress, readArguments, start, wholeNumber } from './shell.ts';

const USAGE = `Usage : npm run audit -- CUBE.json... [--k 11] [--zeros]

Cherche, dans un ou plusieurs cubes publiés pris ensemble, les effectifs de 1 à k - 1 que les totaux
trahissent, et les restes aussi petits entre deux effectifs dont l’un contient l’autre. Le résultat (JSON) donne pour chacun son intervalle et les sommes qui le livrent.

  --k      seuil ; sans lui, le plus petit de ceux des fichiers
  --zeros  suppose un lecteur qui sait qu’aucune case protégée n’est vide

Fin : 0 rien n’est retrouvable ; 1 au moins un effectif l’est ; 2 fichier inutilisable.`;

/** `npm run audit`. */
export async function auditCubes(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(
    USAGE,
    { k: { type: 'string' }, zeros: { type: 'boolean' } },
    args
  );
  if (positionals.length === 0) fail(2, ['Attendu : au moins un fichier CUBE.json.', USAGE]);

  try {
    const cubes = readCubes(positionals);
    const k = values.k === undefined ? undefined : wholeNumber('k', values.k, 2, 1000);
    const solver = await bootHighs();
    const report = audit(solver, cubes, {
      ...(k !== undefined && { k }),
      knowZeros: values.zeros ?? false,
      files: positionals.map((path) => basename(path))
    });
    const { examined, published, hidden, open, below } = report;
    progress(`${published} effectifs montrés, ${hidden} protégés, ${examined} examinés, seuil ${report.k}`);
    if (below > 0)
      progress(
        `${below} connus pour plus petits que le seuil : une soustraction de trois effectifs ou plus n’est pas contrôlée`
      );
    print(JSON.stringify(report, null, 1));
    if (open.length > 0) {
      const lines = open
        .map(openCellLines)
        .flatMap(({ count, sums }) => [count, ...sums.map((sum) => `    ${sum}`)]);
      fail(1, [
        `${open.length} effectif${open.length > 1 ? 's' : ''} retrouvable${open.length > 1 ? 's' : ''} :`,
        ...lines
      ]);
    }
  } catch (error) {
    if (error instanceof UnusableInput) {
      const isAssumption = error.finding.code === 'zeros-contradicted';
      fail(2, [findingSentence(error.finding), ...(isAssumption ? ['Relancez sans --zeros.'] : [])]);
    }
    throw error;
  }
}

await start(import.meta.url, auditCubes);
