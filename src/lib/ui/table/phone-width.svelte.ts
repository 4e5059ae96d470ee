// Whether the page is as narrow as a phone, for a table whose columns change and not only their style. Never on paper, nor before the page is alive.
import { onMount } from 'svelte';

/** To be called once in a component. */
export function phoneWidth(): { readonly current: boolean } {
  let isNarrow = $state(false);
  onMount(() => {
    const phone = matchMedia('screen and (max-width: 48rem)');
    const follow = () => (isNarrow = phone.matches);
    follow();
    phone.addEventListener('change', follow);
    return () => phone.removeEventListener('change', follow);
  });
  return {
    get current() {
      return isNarrow;
    }
  };
}
