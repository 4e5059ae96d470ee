// A release is solved once for the same cases, places and engine, and kept: a later build only reads it again.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bootHighs } from '../../../src/lib/solver/highs.ts';
import { certificateOf } from '../../safe/certificate.ts';
import { progress } from '../../shell.ts';
import { fingerprintOf, keepPatterns, knownPatterns } from './known-patterns.ts';
import { makeRelease, structureOf } from './release.ts';
import type { WholeCase } from '../../../src/lib/model/pathway.ts';
import type { SchoolYear } from '../../../src/lib/model/school-year.ts';
import {
  cubeFile,
  type Release,
  type TerritoryRows
} from '../../../src/lib/engines/territory-builder/index.ts';
import { hashOfFolders, sha256 } from '../stamp.ts';

const ENGINE = [
  ...['engines/territory-builder/protection', 'engines/disclosure', 'solver', 'model'].map(
    (folder) => `src/lib/${folder}`
  ),
  'scripts/demo/protection',
  'node_modules/highs'
];

/**
 * What is published of `cases`. Patterns kept in the repository are checked and used; a year without one is solved.
 *
 * @param root the repository, whose `.cache` keeps releases: only what is published is kept there.
 * @param prove solves every year anew, and keeps the patterns found in the repository.
 * @throws UnsafeTerritory when the cases cannot be protected.
 */
export async function keptRelease(
  root: string,
  cases: readonly WholeCase[],
  places: Omit<TerritoryRows, 'release' | 'access'>,
  prove = false
): Promise<Release> {
  const inputs = [cases, structureOf(places), places.territory.siren, hashOfFolders(root, ENGINE)];
  const path = join(root, '.cache', `release-${sha256(JSON.stringify(inputs)).slice(0, 16)}.json`);
  if (!prove && existsSync(path)) {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Release;
    if (sha256(cubeFile(kept.cube)) === kept.protection.fingerprint) return kept;
  }
  progress('Protection des effectifs d’enfants :');
  const problems = new Map<SchoolYear, string>();
  const patterns = knownPatterns(root);
  const solver = await bootHighs();
  const made = makeRelease(solver, cases, places, {
    known(year, problem) {
      problems.set(year, fingerprintOf(problem));
      const pattern = prove ? null : patterns(year, problem);
      progress(`  ${year} : ${pattern ? 'effectifs montrés déjà choisis, contrôlés' : 'recherche'}`);
      return pattern;
    },
    onProgress(year, { loss, bound, gap }) {
      const share = gap === null ? '' : `, écart ${(100 * gap).toFixed(1).replace('.', ',')} %`;
      progress(`  ${year} : perte ${loss ?? '-'}, au moins ${bound}${share}`);
    }
  });
  const { file, reason } = await certificateOf(solver, made.cube, cubeFile(made.cube));
  if (file === null) throw new Error(`no certificate of protection: ${reason}`);
  const release: Release = { ...made, certificate: file };
  if (prove) keepPatterns(root, release.cube, release.protection, problems);
  const { published, hidden, communes, qpvs } = release.protection.all;
  progress(
    `  ${published} effectifs publiés, ${hidden} protégés ; communes ${communes.shown} sur ${communes.total}, QPV ${qpvs.shown} sur ${qpvs.total}.`
  );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(release));
  return release;
}
