// A table's own box: while the table is wider, the keyboard reaches the box to scroll it; otherwise nothing stops there.
import type { Attachment } from 'svelte/attachments';

/** `name` is what the box is called while it can be reached. */
export function scrollBox(name: string): Attachment<HTMLElement> {
  return (box) => {
    const tell = () => {
      const scrolls = box.scrollWidth > box.clientWidth;
      const words = { tabindex: '0', role: 'group', 'aria-label': name };
      for (const [attribute, value] of Object.entries(words)) {
        if (scrolls) box.setAttribute(attribute, value);
        else box.removeAttribute(attribute);
      }
    };
    const watch = new ResizeObserver(tell);
    for (const element of [box, ...box.children]) watch.observe(element);
    return () => watch.disconnect();
  };
}
