// Preferences: language, theme, ground of maps, single-key shortcuts, function of the reader. Stored on this computer only once changed.
import { createContext } from 'svelte';

export const COLOR_THEMES = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof COLOR_THEMES)[number];
export type Language = 'fr' | 'en';

const THEME_KEY = 'maillage.theme';
const LANGUAGE_KEY = 'maillage.langue';
const GROUND_KEY = 'maillage.fond';
const SHORTCUTS_KEY = 'maillage.touches';
const ROLE_KEY = 'maillage.fonction';
const OFF = 'non';

/** `localStorage`, or null where a browser refuses it (private window, blocked storage). */
function storage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) storage()?.removeItem(key);
    else storage()?.setItem(key, value);
  } catch {
    // Storage is full or refused: the preference lasts until the page is closed.
    return;
  }
}

/** The language that this computer keeps; browser only. */
export const keptLanguage = (): Language => (storage()?.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'fr');

export class Preferences {
  theme: ThemeChoice = $state('auto');
  language: Language = $state('fr');
  /** Maps show streets, water and names where the territory has them. */
  ground = $state(true);
  /** Shortcuts without Ctrl or Alt are active (RGAA 12.10: they can be turned off). */
  shortcuts = $state(true);

  /** What the reader says of their function, never of their name: signs the saves of a territory. Empty: not said. */
  role = $state('');

  /** The guided visit is offered on the first page; once in a tab, not stored. */
  visitOffered = $state(true);

  /** Reads stored preferences; browser only. */
  restore(): void {
    const theme = storage()?.getItem(THEME_KEY);
    this.theme = COLOR_THEMES.find((choice) => choice === theme) ?? 'auto';
    this.language = keptLanguage();
    this.ground = storage()?.getItem(GROUND_KEY) !== OFF;
    this.shortcuts = storage()?.getItem(SHORTCUTS_KEY) !== OFF;
    this.role = storage()?.getItem(ROLE_KEY) ?? '';
  }

  chooseTheme(theme: ThemeChoice): void {
    this.theme = theme;
    keep(THEME_KEY, theme === 'auto' ? null : theme);
  }

  chooseLanguage(language: Language): void {
    this.language = language;
    keep(LANGUAGE_KEY, language === 'fr' ? null : language);
  }

  chooseGround(shown: boolean): void {
    this.ground = shown;
    keep(GROUND_KEY, shown ? null : OFF);
  }

  chooseShortcuts(on: boolean): void {
    this.shortcuts = on;
    keep(SHORTCUTS_KEY, on ? null : OFF);
  }

  chooseRole(role: string): void {
    this.role = role;
    keep(ROLE_KEY, role || null);
  }

  /** Number of stored preferences. */
  kept(): number {
    const keys = [THEME_KEY, LANGUAGE_KEY, GROUND_KEY, SHORTCUTS_KEY, ROLE_KEY];
    return keys.filter((key) => storage()?.getItem(key)).length;
  }

  /** Restores the defaults and clears the storage. */
  forget(): void {
    this.chooseTheme('auto');
    this.chooseLanguage('fr');
    this.chooseGround(true);
    this.chooseShortcuts(true);
    this.chooseRole('');
  }
}

export const [preferences, providePreferences] = createContext<Preferences>();
