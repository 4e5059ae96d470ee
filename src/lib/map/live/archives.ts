// Archives of tiles that the live map reads by ranges, from the site itself. Import it lazily: the reader comes with it.
import { addProtocol } from 'maplibre-gl';
import { Protocol } from 'pmtiles';

const protocol = new Protocol();
addProtocol('pmtiles', protocol.tile);

/** What a vector source is told to read the archive at an address of the site. */
export const archiveUrl = (address: string): string => `pmtiles://${new URL(address, document.baseURI).href}`;
