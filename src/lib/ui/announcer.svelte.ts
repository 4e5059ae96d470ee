// What assistive technology is told when something changes without a move of focus.
import { createContext, untrack } from 'svelte';

export class Announcer {
  message = $state('');

  /** Says a message politely; the same message said again is heard again. An effect that says something does not hear itself. */
  say(message: string): void {
    const before = untrack(() => this.message);
    this.message = message === before ? `${message}\u00a0` : message;
  }
}

export const [announcer, provideAnnouncer] = createContext<Announcer>();
