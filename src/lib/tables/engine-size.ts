// Unpacked size of the site's engine (scripts/site/strip-wasm-exports.mjs), for progress: a compressed response does not give it.

export const ENGINE_BYTES = 26_823_069;
