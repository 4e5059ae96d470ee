// A message may mark its parts, `<b>67 écoles</b>`, so that a whole sentence stays in one translation.

export interface RichPart {
  /** `b`, or the name of what the page makes of it; null for plain text. */
  tag: string | null;
  text: string;
}

const TAG = /<([a-z]+)>(.*?)<\/\1>/gs;

/** Splits a message at its tags, in order; tags do not nest. An unknown or unclosed tag stays as text. */
export function richParts(message: string): RichPart[] {
  const parts: RichPart[] = [];
  let end = 0;
  for (const match of message.matchAll(TAG)) {
    if (match.index > end) parts.push({ tag: null, text: message.slice(end, match.index) });
    parts.push({ tag: match[1] as string, text: match[2] as string });
    end = match.index + match[0].length;
  }
  if (end < message.length) parts.push({ tag: null, text: message.slice(end) });
  return parts;
}
