// The messages that a build or the development server says are those of messages/ as they are now.
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { COMPILERS, compileMessages } from './messages.mjs';

const MESSAGES = /(?:^|[\\/])messages[\\/]\w[\w-]*[\\/]\w+\.json$/;

/** @returns {import('vite').Plugin[]} */
export function messagesAsTheyAre() {
  return [
    {
      name: 'compiled-messages',
      config: () => void compileMessages(),
      // The development server compiles a message as soon as it is changed.
      configureServer: ({ watcher }) =>
        void watcher.add('messages').on('change', (file) => MESSAGES.test(file) && compileMessages())
    },
    ...[paraglideVitePlugin(COMPILERS[0])]
      .flat()
      .map((plugin) => ({ ...plugin, apply: /** @type {'serve'} */ ('serve') }))
  ];
}
