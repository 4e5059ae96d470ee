// A table's own box: while the table is wider, the keyboard reaches the box to scroll it, and an edge shows on the side where there is more.
import type { Attachment } from 'svelte/attachments';

/**
 * @param name what the box is called while it can be reached
 * @param first the side that is read first
 */
export function scrollBox(name: string, first: 'start' | 'end' = 'start'): Attachment<HTMLElement> {
  return (box) => {
    let placed = first === 'start';
    // A box that is a region of the page keeps its name.
    const words = {
      tabindex: '0',
      ...(!box.hasAttribute('role') && { role: 'group', 'aria-label': name })
    };
    const tell = () => {
      const hidden = box.scrollWidth - box.clientWidth;
      if (!placed && hidden > 0) {
        placed = true;
        box.scrollLeft = hidden;
      }
      for (const [attribute, value] of Object.entries(words)) {
        if (hidden > 0) box.setAttribute(attribute, value);
        else box.removeAttribute(attribute);
      }
      box.toggleAttribute('data-more-before', box.scrollLeft > 1);
      box.toggleAttribute('data-more-after', box.scrollLeft < hidden - 1);
    };
    const watch = new ResizeObserver(tell);
    for (const element of [box, ...box.children]) watch.observe(element);
    box.addEventListener('scroll', tell, { passive: true });
    return () => {
      watch.disconnect();
      box.removeEventListener('scroll', tell);
    };
  };
}
