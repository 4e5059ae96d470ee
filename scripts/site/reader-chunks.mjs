// The reader of files that few people drop, a megabyte, stands in a folder of its own: a site keeps it offline once it was needed.

/** Folder of the chunks of workers that hold it; the service worker knows it. */
const FOLDER = 'workers/readers';
const READER = /\/node_modules\/sql\.js\//;

/** @returns {import('vite').Plugin} */
export function setReaderApart() {
  return {
    name: 'reader-apart',
    config: {
      order: 'post',
      handler(config) {
        const usual = config.worker?.rollupOptions?.output?.chunkFileNames;
        if (typeof usual !== 'string') return undefined;
        /** @param {{ moduleIds: readonly string[] }} chunk */
        const chunkFileNames = ({ moduleIds }) =>
          moduleIds.some((id) => READER.test(id)) ? usual.replace('workers/chunks', FOLDER) : usual;
        return { worker: { rollupOptions: { output: { chunkFileNames } } } };
      }
    }
  };
}
