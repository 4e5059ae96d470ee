// Valhalla on the same pairs in the same run, when its package was installed by hand: `npm install --no-save @valhallajs/valhallajs`
// here, or anywhere with MAILLAGE_VALHALLA naming the folder.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_ROUTE, type Matrix, type Place } from '../../src/lib/model/travel/travel-times.ts';
import { ROOT } from '../../scripts/setup.mjs';
import { measured, quantile, type Measurement } from '../measurement.ts';

const PACKAGE = '@valhallajs/valhallajs';
/** Pairs that a request may hold, and metres between the ends of one. */
const LIMITS = { max_matrix_location_pairs: 10_000, max_matrix_distance: 400_000 };

interface Valhalla {
  Actor: new (config: object) => { matrix(query: object): Promise<{ sources_to_targets: Answer }> };
  getConfig(options: { tileDir: string; tileExtract: string }): Promise<Config>;
}
interface Answer {
  durations: (number | null)[][];
}
interface Config {
  service_limits: { auto: object };
}

/** The package and its command; null when it is not installed. */
function installed(): { valhalla: Valhalla; command: string } | null {
  const require = createRequire(join(process.env.MAILLAGE_VALHALLA ?? ROOT, 'package.json'));
  try {
    const entry = require.resolve(PACKAGE);
    return { valhalla: require(PACKAGE) as Valhalla, command: join(entry, '../bin/valhalla-cli.js') };
  } catch {
    return null;
  }
}

/**
 * Both engines by turns.
 * @param own our matrix over the same points
 */
export async function compareWithValhalla(
  pbf: string,
  points: readonly Place[],
  own: () => Promise<Matrix>,
  runs: number
): Promise<Measurement[] | null> {
  const found = installed();
  if (!found) return null;
  const folder = mkdtempSync(join(tmpdir(), 'maillage-valhalla-'));
  try {
    const config = await found.valhalla.getConfig({
      tileDir: join(folder, 'tiles'),
      tileExtract: join(folder, 'none.tar')
    });
    Object.assign(config.service_limits.auto, LIMITS);
    const path = join(folder, 'config.json');
    writeFileSync(path, JSON.stringify(config));
    const built = spawnSync(process.execPath, [found.command, 'build_tiles', '-c', path, pbf], {
      cwd: folder,
      encoding: 'utf8'
    });
    if (built.status !== 0) throw new Error(`Valhalla: ${built.stderr.slice(-300)}`);
    const actor = new found.valhalla.Actor(config);
    const locations = points.map(({ lat, lon }) => ({ lat, lon }));
    const query = { sources: locations, targets: locations, costing: 'auto', verbose: false };
    const [ours, theirs]: [number[], number[]] = [[], []];
    let matrix = await own();
    let answer = await actor.matrix(query);
    for (let run = 0; run < runs; run++) {
      const started = performance.now();
      matrix = await own();
      const between = performance.now();
      answer = await actor.matrix(query);
      ours.push(between - started);
      theirs.push(performance.now() - between);
    }
    const valhalla = answer.sources_to_targets.durations.flat();
    const ratios = [...matrix.seconds].flatMap((seconds, cell) =>
      seconds > 0 && seconds !== NO_ROUTE && valhalla[cell] ? [seconds / valhalla[cell]] : []
    );
    const factor = quantile(ratios, 0.5);
    const errors = ratios.map((ratio) => 100 * Math.abs(ratio / factor - 1));
    return [
      measured('Valhalla, mêmes paires : matrice 100 x 100', 'ms', theirs),
      measured('Maillage / Valhalla : durée du calcul', 'rapport', [
        quantile(ours, 0.5) / quantile(theirs, 0.5)
      ]),
      measured('Maillage / Valhalla : temps de trajet', 'rapport', [factor]),
      measured('Maillage / Valhalla : écart après un facteur', '%', [quantile(errors, 0.5)], {
        at: 'median',
        most: 4
      }),
      measured('Maillage / Valhalla : écart, 9 paires sur 10', '%', [quantile(errors, 0.9)], {
        at: 'median',
        most: 11
      })
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
