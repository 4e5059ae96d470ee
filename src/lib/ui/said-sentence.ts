// A choice changes the sentence that sums the page up: who does not see it change is told.
import type { Announcer } from './announcer.svelte.ts';

const SENTENCE = 'p.voice';
/** Between two looks at the sentence: it is said once it stays the same. */
const LOOK_MS = 500;
/** A long computation says its end by itself. */
const LOOKS = 10;
const CHOICES = ['click', 'change', 'keydown'] as const;

/** Says the sentence of `main` again after a choice of the reader that changed it, unless the choice was announced otherwise. */
export function saySentence(main: HTMLElement, live: Announcer): () => void {
  const sentence = () => main.querySelector(SENTENCE)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before: { words: string; message: string; path: string } | null = null;

  function look(last: string, looks: number): void {
    timer = setTimeout(() => {
      const words = sentence();
      const isSettled = words === last && words !== before?.words;
      if (!isSettled && looks < LOOKS) return look(words, looks + 1);
      const { words: was, message, path } = before!;
      before = null;
      // Another page is announced by its title.
      if (words !== '' && words !== was && live.message === message && location.pathname === path)
        live.say(words);
    }, LOOK_MS);
  }

  /** Before the page takes the choice: several in a row are one. */
  function ontouch(): void {
    before ??= { words: sentence(), message: live.message, path: location.pathname };
    clearTimeout(timer);
    look(before.words, 0);
  }
  for (const type of CHOICES) main.addEventListener(type, ontouch, { capture: true });
  return () => {
    clearTimeout(timer);
    for (const type of CHOICES) main.removeEventListener(type, ontouch, { capture: true });
  };
}
