// An SVG as a PNG at twice its size, with the site's typeface.
import { svgText } from './drawing.ts';
import type { NotePicture } from './note.ts';

const SCALE = 2;
const FAMILY = 'Radio Canada Variable';

/** The site's typeface as CSS with its file embedded, since an image cannot fetch anything. */
async function typeface(): Promise<string> {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (
        !(rule instanceof CSSFontFaceRule) ||
        !rule.style.getPropertyValue('font-family').includes(FAMILY)
      ) {
        continue;
      }
      const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
      if (!address) continue;
      const bytes = await (await fetch(new URL(address, sheet.href ?? document.baseURI))).blob();
      const data = await new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.addEventListener('load', () => resolve(String(reader.result)));
        reader.readAsDataURL(bytes);
      });
      return `@font-face{font-family:'${FAMILY}';src:url(${data});font-weight:400 700}`;
    }
  }
  return '';
}

/** @throws {Error} when the browser paints nothing */
export async function pngFile(drawing: SVGSVGElement): Promise<Blob> {
  const own = drawing.cloneNode(true) as SVGSVGElement;
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = await typeface().catch(() => '');
  own.prepend(style);
  const address = URL.createObjectURL(new Blob([svgText(own)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Number(drawing.getAttribute('width')) * SCALE;
    canvas.height = Number(drawing.getAttribute('height')) * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new Error('no picture');
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Bytes of a PNG file at which its width stands; its height follows. */
const PNG_WIDTH_AT = 16;

/** A PNG as a Word file takes it. */
export async function pngPicture(png: Blob): Promise<Omit<NotePicture, 'alt'>> {
  const bytes = new Uint8Array(await png.arrayBuffer());
  const view = new DataView(bytes.buffer);
  return { bytes, width: view.getUint32(PNG_WIDTH_AT), height: view.getUint32(PNG_WIDTH_AT + 4) };
}
