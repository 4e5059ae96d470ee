// The service's logo: one small image beside its name, refused when a page could not show it safely.
import { UnusableInput, valueWord } from '../../../model/findings.ts';
import { logoFault } from '../../../model/logo.ts';
import type { OpenSource } from './sources.ts';

/** @throws UnusableInput bad-logo when it is too heavy, is no image, or is an image that acts */
export function checkLogo(file: string, bytes: Uint8Array): void {
  const fault = logoFault(file, bytes);
  if (fault === null) return;
  const found = valueWord(`logo-${fault}`, fault === 'size' ? Math.round(bytes.length / 1024) : undefined);
  throw new UnusableInput({ code: 'bad-logo', severity: 'dropped', file, found });
}

/** The checked bytes of the logo, as they will be published. */
export async function readLogo(file: string, open: OpenSource): Promise<Uint8Array> {
  const { bytes } = await open(file);
  checkLogo(file, bytes);
  return bytes;
}
