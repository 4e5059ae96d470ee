// Archives of tiles that the live map reads by ranges, from the site itself. Imported lazily: the reader comes with it.
import { addProtocol } from 'maplibre-gl';
import { PMTiles, Protocol, type RangeResponse, type Source } from 'pmtiles';

const protocol = new Protocol();
addProtocol('pmtiles', protocol.tile);

/** An archive whose bytes are there. */
class HeldArchive implements Source {
  readonly #key: string;
  readonly #bytes: Uint8Array;

  constructor(key: string, bytes: Uint8Array) {
    this.#key = key;
    this.#bytes = bytes;
  }

  getKey(): string {
    return this.#key;
  }

  getBytes(offset: number, length: number): Promise<RangeResponse> {
    return Promise.resolve({ data: this.#bytes.slice(offset, offset + length).buffer });
  }
}

/** The URL by which a vector source reads an archive that the reader's own files hold. @param key another for each archive */
export function heldArchiveUrl(key: string, bytes: Uint8Array): string {
  protocol.add(new PMTiles(new HeldArchive(key, bytes)));
  return `pmtiles://${key}`;
}

/** The URL by which a vector source reads the archive at an address of the site. */
export const archiveUrl = (address: string): string => `pmtiles://${new URL(address, document.baseURI).href}`;
