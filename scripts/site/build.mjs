// `npm run build`: the data of the demonstration beside the compressed engine of the database, each a minute of one processor, then the site.
// `--data` stops before the site.
import { spawn } from 'node:child_process';
import { ROOT } from '../setup.mjs';
import { compileMessages } from './messages.mjs';
import { packedEngineFile } from './strip-wasm-exports.mjs';

/** @param {readonly string[]} command @returns {Promise<void>} fails as the command does */
const ran = ([file, ...args]) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: ROOT, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : process.exit(code ?? 1)));
  });

compileMessages();
await Promise.all([ran(['npx', 'tsx', 'scripts/build-data.ts']), packedEngineFile()]);
if (!process.argv.includes('--data')) await ran(['npx', 'vite', 'build']);
