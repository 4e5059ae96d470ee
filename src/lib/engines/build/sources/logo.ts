// The service's logo: one small image beside its name, refused when a page could not show it safely.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import type { OpenSource } from './sources.ts';

const MOST_BYTES = 200 * 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47];
/** What an image may not carry: a program, or something fetched from elsewhere. */
const ACTIVE = /<script|<foreignObject|\son\w+\s*=|javascript:|(?:href|src)\s*=\s*["']\s*(?:https?:)?\/\//i;

/** Where the site keeps it. */
export const logoPath = (file: string) => `territory/logo.${file.split('.').at(-1)!.toLowerCase()}`;

/** @throws UnusableInput bad-logo when it is too heavy, is no image, or is an image that acts */
export function checkLogo(file: string, bytes: Uint8Array): void {
  const refused = (found: string): UnusableInput => {
    const finding: Finding = { code: 'bad-logo', severity: 'dropped', file, found };
    return new UnusableInput(finding);
  };
  if (bytes.length > MOST_BYTES) throw refused(`${Math.round(bytes.length / 1024)} ko, limite 200 ko`);
  if (/\.png$/i.test(file)) {
    if (PNG.some((byte, at) => bytes[at] !== byte)) throw refused('ce n’est pas une image PNG');
    return;
  }
  const text = new TextDecoder().decode(bytes);
  if (!/<svg[\s>]/i.test(text)) throw refused('ce n’est pas une image SVG');
  if (ACTIVE.test(text)) throw refused('cette image contient un programme ou une adresse extérieure');
}

/** The checked bytes of the logo, as they will be published. */
export async function readLogo(file: string, open: OpenSource): Promise<Uint8Array> {
  const { bytes } = await open(file);
  checkLogo(file, bytes);
  return bytes;
}
