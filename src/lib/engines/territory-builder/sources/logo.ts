// The service's logo: one small image beside its name, refused when a page could not show it safely.
import { UnusableInput } from '../../../model/findings.ts';
import { logoFault, type LogoFault } from '../../../model/logo.ts';
import type { OpenSource } from './sources.ts';

const WORDS: Record<Exclude<LogoFault, 'size'>, string> = {
  'not-png': 'ce n’est pas une image PNG',
  'not-svg': 'ce n’est pas une image SVG',
  active: 'cette image contient un programme ou une adresse extérieure'
};

/** @throws UnusableInput bad-logo when it is too heavy, is no image, or is an image that acts */
export function checkLogo(file: string, bytes: Uint8Array): void {
  const fault = logoFault(file, bytes);
  if (fault === null) return;
  const found = fault === 'size' ? `${Math.round(bytes.length / 1024)} ko, limite 200 ko` : WORDS[fault];
  throw new UnusableInput({ code: 'bad-logo', severity: 'dropped', file, found });
}

/** The checked bytes of the logo, as they will be published. */
export async function readLogo(file: string, open: OpenSource): Promise<Uint8Array> {
  const { bytes } = await open(file);
  checkLogo(file, bytes);
  return bytes;
}
