// npm run merge -- A.maillage B.maillage --out C.maillage: two files of one territory put together; what both changed is asked.
import { rename, rm, writeFile } from 'node:fs/promises';
import {
  alteredEntries,
  applyMerge,
  planMerge,
  unknownDecisions,
  type MergeSideName
} from '../../src/lib/engines/merge/index.ts';
import { findingSentence } from '../../src/lib/i18n/findings/findings.ts';
import { mergeSentence } from '../../src/lib/i18n/findings/merge-words.ts';
import { isRecordOf } from '../../src/lib/model/documents/json.ts';
import { UnsafeTerritory, UnusableInput } from '../../src/lib/model/findings.ts';
import { readMaillage, writeMaillage } from '../../src/lib/storage/maillage/index.ts';
import { mergedContent } from './merged-content.ts';
import { openTwo, passphrasesIn } from './open-two.ts';
import { recheck } from '../../src/lib/workers/build/recheck.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { fail, jsonFile, print, progress, readArguments, start } from '../shell.ts';
import { isMaillage, lock, savedByShell } from '../territory/maillage.ts';

const USAGE = `Usage : npm run merge -- A.maillage B.maillage --out C.maillage [--decide FICHIER.json] [--passphrase-file FICHIER]

Réunit deux dossiers d’un même territoire. Ce qu’un seul des deux a changé depuis leur dernier enregistrement commun est pris ; ce que
les deux ont changé autrement est une proposition, que personne ne tranche à votre place. Sans enregistrement commun, toute différence
est une proposition. Les effectifs protégés ne sont jamais mélangés.

  --out C.maillage        le dossier réuni
  --decide FICHIER.json   {"ID": "a" | "b"} : pour chaque proposition, le dossier dont la valeur est gardée ; une proposition absente
                          reste à trancher, et C garde la valeur de A
  --passphrase-file F     ligne 1 : la phrase de passe de A, qui protège aussi C ; ligne 2 : celle de B (sans elle, la même)
  --help                  cette aide

Le résultat (JSON) donne ce qui est pareil, ce qui est pris de chacun, les propositions et leurs phrases, et ce qui a été vérifié de
nouveau : la répartition, les réunions, le bilan.

Fin : 0 dossier réuni, rien à trancher ; 1 dossier réuni, des lignes à trancher ; 2 rien n’a pu être écrit.`;

const isSide = (value: unknown): value is MergeSideName => value === 'a' || value === 'b';

function decisionsIn(path: string | undefined): Record<string, MergeSideName> {
  if (path === undefined) return {};
  const { document } = jsonFile(path);
  if (isRecordOf(document, isSide)) return document;
  fail(2, `--decide : ${path} : attendu {"ID": "a" ou "b"}`);
}

function optionsOf(args: readonly string[]) {
  const { values, positionals } = readArguments(
    USAGE,
    { out: { type: 'string' }, decide: { type: 'string' }, 'passphrase-file': { type: 'string' } },
    args
  );
  const [a, b, ...extra] = positionals;
  if (a === undefined || b === undefined || extra.length > 0)
    fail(2, ['Attendu : deux fichiers .maillage du même territoire.', USAGE]);
  if (!isMaillage(values.out))
    fail(2, `--out : attendu un nom qui finit par .maillage, trouvé « ${values.out ?? ''} »`);
  return { a, b, out: values.out, decide: values.decide, passphrases: values['passphrase-file'] };
}

/** Written whole, or not at all. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    fail(2, `${path} : ne peut pas être écrit (${cause instanceof Error ? cause.message : String(cause)})`);
  }
}

/** `npm run merge`. */
export async function merge(args: readonly string[]): Promise<void> {
  const options = optionsOf(args);
  const { out, decide } = options;
  try {
    const [own, other] = passphrasesIn(options.passphrases);
    const two = await openTwo([options.a, options.b], [own, other]);
    for (const { path, content } of [two.a, two.b])
      if (alteredEntries(content.history?.log ?? []).length > 0)
        progress(`${path} : le journal de ses enregistrements a été modifié`);
    const plan = planMerge(two.a.parts, two.b.parts);
    const decisions = decisionsIn(decide);
    const unknown = unknownDecisions(plan, decisions);
    if (unknown.length > 0)
      fail(
        2,
        unknown.map((id) => `--decide : proposition inconnue « ${id} »`)
      );
    const merged = applyMerge(plan, decisions, savedByShell());
    progress(
      plan.ancestor
        ? `${plan.same} clés pareilles, ${plan.taken.a} prises de A, ${plan.taken.b} prises de B`
        : 'Ces deux dossiers n’ont aucun enregistrement en commun : chaque différence est une proposition.'
    );
    const content = await mergedContent(two, merged);
    // What is written is opened as any file is, before it takes its place.
    await readMaillage(await writeMaillage(content), { ...lock(), name: out });
    const { open, rechecked } = await recheck(
      { a: two.a.content, b: two.b.content, union: content, siren: two.a.config.siren },
      () => bootHighs()
    );
    for (const names of open)
      progress(`Ce que les deux dossiers ont publié laisse retrouver, ensemble, l’effectif de : ${names}`);
    if (open.length > 0)
      progress(
        'Ne publiez rien de nouveau avant d’avoir retiré l’une de ces publications de l’historique, à la main.'
      );
    await writeWhole(out, await writeMaillage(content, { ...lock(), passphrase: own }));
    const { ancestor, same, taken, proposals } = plan;
    print(
      JSON.stringify({
        ancestor,
        same,
        taken,
        proposals: proposals.map((one) => ({ ...one, sentence: mergeSentence(one) })),
        undecided: merged.undecided,
        rechecked
      })
    );
    if (merged.undecided > 0)
      fail(
        1,
        `${merged.undecided} ligne${merged.undecided > 1 ? 's' : ''} à trancher : ${out} garde la valeur de A.`
      );
  } catch (error) {
    if (error instanceof UnusableInput) fail(2, findingSentence(error.finding));
    if (error instanceof UnsafeTerritory)
      fail(2, ['Le dossier réuni ne serait pas sûr, rien n’est écrit :', ...error.reasons]);
    throw error;
  }
}

await start(import.meta.url, merge);
