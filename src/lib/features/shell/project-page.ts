// The page alone on the whole screen: header, menu and foot leave until the full screen is left.
export async function projectPage(): Promise<void> {
  const root = document.documentElement;
  try {
    await root.requestFullscreen();
  } catch {
    // Refused: the page shows itself alone all the same, until Escape.
  }
  root.dataset['projected'] = 'true';
  // What had the focus is hidden with the header.
  document.querySelector('main')?.focus();
  const end = () => {
    if (document.fullscreenElement) return;
    delete root.dataset['projected'];
    document.removeEventListener('fullscreenchange', end);
    removeEventListener('keydown', escape);
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end();
  };
  document.addEventListener('fullscreenchange', end);
  addEventListener('keydown', escape);
}
