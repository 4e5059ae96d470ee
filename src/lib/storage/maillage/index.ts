// One file for a territory (`.maillage`): a zip of its files, its configuration, its sources, what the reader kept.
export {
  MAILLAGE_EXTENSION,
  maillageSizeRefusal,
  MAX_MAILLAGE_BYTES,
  type MaillageContent,
  type MaillageSource
} from './content.ts';
export { isEncrypted } from './encrypted.ts';
export { keptElsewhere, mergeParts, withMergedKept } from './merge-parts.ts';
export { readMaillage } from './read.ts';
export { writeMaillage } from './write.ts';
