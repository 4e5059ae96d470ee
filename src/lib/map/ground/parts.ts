// What draws the ground where MapLibre does not, its switch and its credit, in one file that is fetched once a map stands.
export { default as Lines } from './GroundLines.svelte';
export { default as Names } from './GroundNames.svelte';
export { default as Switch } from './GroundSwitch.svelte';
export { default as Credit } from './GroundCredit.svelte';
