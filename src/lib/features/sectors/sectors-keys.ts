// The keyboard of the page of sectors: digits take up a brush, brackets change its size, Ctrl+Z and Ctrl+Y go back and forth.
export interface SectorsKeyEvents {
  /** Keys without Ctrl are listened to. */
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
/** Keys typed into a field, or into an opened panel, are the field's own; a menu has letters of its own, and nothing to undo. */
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
