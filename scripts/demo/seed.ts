// The one number that all draws of the demonstration start from.
export const SEED = 8;
