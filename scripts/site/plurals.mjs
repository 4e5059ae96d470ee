// The messages' own helper of plurals gives way to the site's (src/lib/i18n/plural.ts).
const REGISTRY = /\/paraglide\/registry\.js$/;
const GENERATED = /export function plural\([^]*?\n};?/;

/** @returns {import('vite').Plugin} */
export function usePlural() {
  return {
    name: 'use-plural',
    transform: (code, id) =>
      REGISTRY.test(id) ? code.replace(GENERATED, "export { plural } from '../plural.ts';") : null
  };
}
