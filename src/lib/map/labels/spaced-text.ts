// Whether the reader spaces text more than the page does (RGAA 10.12): a name on a map then keeps the width it was placed for.
// Only then: stretched to a width that is reckoned without a browser, letters are drawn less well.

/** Tells before the first frame, and whenever the page's text takes more or less room. Returns the way to stop. */
export function watchTextSpacing(tell: (spaced: boolean) => void): () => void {
  const text = new ResizeObserver(() => tell(getComputedStyle(document.body).letterSpacing !== 'normal'));
  text.observe(document.body);
  return () => text.disconnect();
}
