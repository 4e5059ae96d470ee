// A paper being checked, for this tab alone.

class PaperCheck {
  /** Mark that the reader typed, `XXXX-XXXX-XXXX`; null when no paper is checked. */
  typed: string | null = $state(null);
}

export const paperCheck = new PaperCheck();
