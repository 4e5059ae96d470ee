// Keyboard shortcuts of the sectors page: digits select a brush, brackets resize it, Ctrl+Z and Ctrl+Y undo and redo.
interface SectorsKeyEvents {
  /** Whether shortcuts without Ctrl are active. */
  single: () => boolean;
  posts: readonly string[];
  onpost: (post: string) => void;
  onradius: (step: 1 | -1) => void;
  onundo: () => void;
  onredo: () => void;
  onescape: () => void;
}

const within = (target: EventTarget | null, fields: string) =>
  target instanceof Element && target.closest(fields) !== null;
const TEXT = 'input:not([type=checkbox], [type=radio]), textarea, .sheet-panel';
/** Keys typed in a field, a menu or an open panel are not shortcuts. */
const isTyping = (target: EventTarget | null) => within(target, `${TEXT}, select`);

export function sectorsKeys(events: SectorsKeyEvents): (event: KeyboardEvent) => void {
  return (event) => {
    if (within(event.target, TEXT)) return;
    const key = event.key.toLowerCase();
    const act = (does: () => void) => {
      event.preventDefault();
      does();
    };
    if (event.ctrlKey || event.metaKey) {
      if (key === 'z') act(event.shiftKey ? events.onredo : events.onundo);
      if (key === 'y') act(events.onredo);
      return;
    }
    if (event.altKey || !events.single() || isTyping(event.target)) return;
    const post = /^[1-9]$/.test(key) ? events.posts[Number(key) - 1] : undefined;
    if (post !== undefined) act(() => events.onpost(post));
    if (key === '[' || key === ']') act(() => events.onradius(key === ']' ? 1 : -1));
    if (key === 'escape') events.onescape();
  };
}
