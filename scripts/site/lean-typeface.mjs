// The typeface in the weights that the site uses: the lightest ones are a third of its file. Every character and every feature stays.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import subsetFont from 'subset-font';

const SOURCE = '@fontsource-variable/radio-canada/files/radio-canada-latin-wght-normal.woff2';
/** From `--w-text` (theme/tokens.css) to what browsers take for bold. */
export const WEIGHTS = { min: 400, max: 700 };
/**
 * @param {Uint8Array} source a variable typeface
 * @returns {Promise<Uint8Array>} the same bytes for the same source
 */
export const leanTypeface = (source) =>
  subsetFont(Buffer.from(source), null, {
    keepAllGlyphs: true,
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHTS }
  });

/**
 * Written once for each version of the source, beside the packages.
 * @param {string} root folder of the project
 */
async function typefaceFile(root) {
  const source = readFileSync(createRequire(import.meta.url).resolve(SOURCE));
  const own = readFileSync(import.meta.filename);
  const hash = createHash('sha256').update(source).update(own).digest('hex').slice(0, 16);
  const folder = join(root, 'node_modules/.cache/typeface', hash);
  const path = join(folder, basename(SOURCE));
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const part = `${path}.${randomUUID()}`;
  writeFileSync(part, await leanTypeface(source));
  renameSync(part, path);
  return path;
}

/** @returns {import('vite').Plugin} */
export const useLeanTypeface = () => ({
  name: 'lean-typeface',
  config: async ({ root }) => ({
    resolve: {
      alias: [{ find: new RegExp(`^${SOURCE}`), replacement: await typefaceFile(root ?? process.cwd()) }]
    }
  })
});
