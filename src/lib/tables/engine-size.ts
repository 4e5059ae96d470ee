// Size of the engine's file once unpacked: a compressed answer does not tell it, and progress needs it.

export const ENGINE_BYTES = 34_242_586;
