// The messages that a build or the development server says are those of messages/ as they are now.
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { COMPILERS, compileMessages } from './messages.mjs';

/** @returns {import('vite').Plugin[]} */
export function messagesAsTheyAre() {
  return [
    { name: 'compiled-messages', apply: 'build', config: () => void compileMessages() },
    // The development server compiles a message as soon as it is changed.
    ...COMPILERS.map((compiler) => paraglideVitePlugin(compiler))
      .flat()
      .map((plugin) => ({ ...plugin, apply: /** @type {'serve'} */ ('serve') }))
  ];
}
