// Files of the reader's own kept on this computer, for the page that says what is kept and erases it.
import { eraseFiles, keptState } from '$lib/storage/kept-files.ts';

export const keptCount = async (): Promise<number> => ((await keptState()) ? 1 : 0);
export const eraseKept = (): Promise<void> => eraseFiles();
