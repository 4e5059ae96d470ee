// Packs of the country: the division of today, and what official files say of each département.
export { baseSources } from './base-sources.ts';
export type { Grid } from './outlines.ts';
export { PACK_PLACES, PACK_VERSION, placeOf, readPack, writePack } from './pack.ts';
export type { Pack, PackFile, PackRows, PackSource } from './pack.ts';
export { readReference, referenceOf } from './reference.ts';
export type { Agglomeration, PackedReference } from './reference.ts';
export { writeDivision } from './reference-file.ts';
export type { Division, OldCode, ReferenceFile } from './reference-file.ts';
export { PACK_FOLDER, PACK_INDEX, packPath, REFERENCE_PATH, type PackIndex } from './pack-index.ts';
