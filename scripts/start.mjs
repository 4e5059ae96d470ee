// `npm start`: from a fresh clone to a served site, in one command; `--build` stops before serving.
import { installDependencies, buildSite } from './setup.mjs';

if (process.argv.includes('--help')) {
  console.log(
    'npm start : installe, construit si besoin, puis sert le site sur 127.0.0.1 (port 4173 ou PORT).'
  );
  process.exit(0);
}
installDependencies();
buildSite();
if (process.argv.includes('--build')) process.exit(0);
const { serve } = await import('./site/serve.mjs');
const address = await serve({ port: Number(process.env.PORT ?? 4173) });
console.log(`Maillage est ouvert sur ${address}`);
