// Archives of tiles that the live map reads by ranges, from the site itself. Imported lazily: the reader comes with it.
import { addProtocol } from 'maplibre-gl';
import { Protocol } from 'pmtiles';

addProtocol('pmtiles', new Protocol().tile);

/** The URL by which a vector source reads the archive at an address of the site. */
export const archiveUrl = (address: string): string => `pmtiles://${new URL(address, document.baseURI).href}`;
