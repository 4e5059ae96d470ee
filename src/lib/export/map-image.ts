// An SVG with its typeface embedded, and painted on a canvas.

const SCALE = 2;

/** A font file as a CSS `@font-face` rule with a data URL. */
export async function fontFace(url: string, fetcher: typeof fetch = fetch): Promise<string> {
  const response = await fetcher(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `@font-face{font-family:'Radio Canada Variable';font-weight:400 700;src:url(data:font/woff2;base64,${btoa(text)}) format('woff2')}`;
}

/** Embeds the typeface in the SVG, so that it looks the same on computers without it. */
export function withFont(svg: string, face: string): string {
  return svg.replace(/>/, `><style>${face}</style>`);
}

export const mapSvgFile = (svg: string): Blob => new Blob([svg], { type: 'image/svg+xml' });

/** @throws {Error} when the browser cannot paint it */
export async function mapPngFile(
  svg: string,
  { width, height }: { width: number; height: number }
): Promise<Blob> {
  const address = URL.createObjectURL(mapSvgFile(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png')
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
