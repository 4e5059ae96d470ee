// Size of the site's engine (scripts/site/strip-wasm-exports.mjs) once unpacked: a compressed answer does not tell it, and progress needs it.

export const ENGINE_BYTES = 26_823_069;
