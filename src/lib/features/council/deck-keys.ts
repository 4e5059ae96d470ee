// Keyboard of the presentation. Remotes send the page keys; some also send B or Escape.

type DeckMove = 'next' | 'previous' | 'first' | 'last' | 'live' | 'fullscreen' | 'leave';

const KEYS: Record<string, DeckMove> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  v: 'live',
  f: 'fullscreen',
  Escape: 'leave'
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'target'>;

/** @returns null for a key left to the browser or to the focused button */
export function deckKey({ key, ctrlKey, altKey, metaKey, shiftKey, target }: Pressed): DeckMove | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (key === ' ') {
    const onButton = (target as { tagName?: string } | null)?.tagName === 'BUTTON';
    return onButton ? null : shiftKey ? 'previous' : 'next';
  }
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}
