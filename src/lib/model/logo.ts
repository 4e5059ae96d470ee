// The service's logo: a small image that a page can show without running a program or asking for anything elsewhere.

const MAX_LOGO_BYTES = 200 * 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Elements that run, embed or rewrite. */
const ACTIVE_ELEMENT =
  /<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|object|embed|audio|video|canvas|handler|listener|set|animate\w*|link|meta|base|image-set)\b/i;
const HANDLER = /[\s"'/]on\w+\s*=/i;
/** Entities, style sheets and other instructions to a reader of XML. */
const DECLARATION = /<!ENTITY|<!DOCTYPE[^>]*\[|<\?(?!xml\s)|<!--+>/i;
const SCHEME = /(?:javascript|vbscript|file|https?)\s*:/i;
const IMPORT = /@import|expression\s*\(|-moz-binding/i;
const REFERENCES = /(?:\b(?:href|src)\s*=|url\()\s*["']?\s*([^\s"')>]*)/gi;
/** The image itself, or pixels that it carries. */
const INSIDE = /^(?:#|data:image\/(?:png|jpeg|gif|webp);)/i;
/** Addresses that name a vocabulary and are never fetched, and comments. */
const NAMES =
  /\b(?:xmlns(?::[\w-]+)?|rdf:(?:resource|about))\s*=\s*(?:"[^"]*"|'[^']*')|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>/gi;

export type LogoFault = 'size' | 'not-png' | 'not-svg' | 'active';

/**
 * Why an image cannot be the logo; null when it can.
 * @param name of the file: `.png`, otherwise SVG
 */
export function logoFault(name: string, bytes: Uint8Array): LogoFault | null {
  if (bytes.length > MAX_LOGO_BYTES) return 'size';
  if (/\.png$/i.test(name)) return PNG.some((byte, at) => bytes[at] !== byte) ? 'not-png' : null;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not text in UTF-8: a reader could see another image than the one that is checked.
    return 'not-svg';
  }
  if (!/<svg[\s>]/i.test(text)) return 'not-svg';
  return isActive(text) ? 'active' : null;
}

function isActive(text: string): boolean {
  if (ACTIVE_ELEMENT.test(text) || HANDLER.test(text) || DECLARATION.test(text)) return true;
  const drawn = decoded(text.replace(NAMES, ''));
  const references = [...drawn.matchAll(REFERENCES)].map(([, address = '']) => address);
  return (
    [ACTIVE_ELEMENT, HANDLER, SCHEME, IMPORT].some((pattern) => pattern.test(drawn)) ||
    references.some((address) => !INSIDE.test(address))
  );
}

/** Character references and CSS escapes resolved, so that no scheme hides in them. */
const decoded = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => character(parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/g, (_, decimal: string) => character(Number(decimal)))
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => character(parseInt(hex, 16)))
    .replace(/&(?:colon|Tab|NewLine);/gi, (name) => (/colon/i.test(name) ? ':' : ' '));

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
