// The development server says a message as it is now: the page follows what is edited.
import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';

const compileMessages = vi.hoisted(() => vi.fn());
vi.mock('../../../../scripts/site/messages.mjs', async (actual) => ({
  ...(await actual<object>()),
  compileMessages
}));
const { messagesAsTheyAre } = await import('../../../../scripts/site/messages-plugin.mjs');

describe('the messages of the development server', () => {
  it('are compiled when a text is edited, by the path that the watcher gives it, and by no other file', () => {
    const watcher = Object.assign(new EventEmitter(), { add: () => watcher });
    const { configureServer } = messagesAsTheyAre()[0] as { configureServer: (server: object) => void };
    configureServer({ watcher });
    const compiledBy = (file: string) => {
      compileMessages.mockClear();
      watcher.emit('change', file);
      return compileMessages.mock.calls.length;
    };
    expect(compiledBy('messages/coverage/fr.json')).toBe(1);
    expect(compiledBy('/home/maillage/messages/coverage/en.json')).toBe(1);
    expect(compiledBy('C:\\maillage\\messages\\coverage\\en.json')).toBe(1);
    expect(compiledBy('src/lib/i18n/paraglide/messages/coverage_title.js')).toBe(0);
    expect(compiledBy('data/old-messages/coverage/fr.json')).toBe(0);
  });
});
