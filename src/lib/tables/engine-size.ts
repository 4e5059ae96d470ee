// Size of the site's engine (scripts/lean-engine.mjs) once unpacked: a compressed answer does not tell it, and progress needs it.

export const ENGINE_BYTES = 26_823_069;
