// What assistive technology is told when something changes without a move of focus.
import { createContext } from 'svelte';

export class Announcer {
  message = $state('');

  /** Says a message politely; the same message said again is heard again. */
  say(message: string): void {
    this.message = message === this.message ? `${message}\u00a0` : message;
  }
}

export const [announcer, provideAnnouncer] = createContext<Announcer>();
