// Applies a kept theme before the first paint, so that a dark page never flashes white. See src/lib/state/preferences.
try {
  const theme = localStorage.getItem('maillage.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage refused: the system's theme holds.
}
