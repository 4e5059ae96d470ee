// Preferences: language, theme, ground of maps, single-key shortcuts, function of the reader. Stored on this computer only once changed.
import { createContext } from 'svelte';
import { kept, oneWord, PLAIN_TEXT } from '$lib/storage/kept.ts';

export const COLOR_THEMES = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof COLOR_THEMES)[number];
export type Language = 'fr' | 'en';

const OFF = 'non';
const STORED = {
  theme: kept('maillage.theme', oneWord('light', 'dark'), 'computer'),
  language: kept('maillage.langue', oneWord('en'), 'computer'),
  ground: kept('maillage.fond', oneWord(OFF), 'computer'),
  shortcuts: kept('maillage.touches', oneWord(OFF), 'computer'),
  role: kept('maillage.fonction', PLAIN_TEXT, 'computer')
};

/** The language that this computer keeps; browser only. */
export const keptLanguage = (): Language => STORED.language.read() ?? 'fr';

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
    this.theme = STORED.theme.read() ?? 'auto';
    this.language = keptLanguage();
    this.ground = STORED.ground.read() !== OFF;
    this.shortcuts = STORED.shortcuts.read() !== OFF;
    this.role = STORED.role.read() ?? '';
  }

  chooseTheme(theme: ThemeChoice): void {
    this.theme = theme;
    STORED.theme.keep(theme === 'auto' ? null : theme);
  }

  chooseLanguage(language: Language): void {
    this.language = language;
    STORED.language.keep(language === 'fr' ? null : language);
  }

  chooseGround(shown: boolean): void {
    this.ground = shown;
    STORED.ground.keep(shown ? null : OFF);
  }

  chooseShortcuts(on: boolean): void {
    this.shortcuts = on;
    STORED.shortcuts.keep(on ? null : OFF);
  }

  chooseRole(role: string): void {
    this.role = role;
    STORED.role.keep(role || null);
  }

  /** Number of stored preferences. */
  kept(): number {
    return Object.values(STORED).reduce((sum, { count }) => sum + count(), 0);
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
