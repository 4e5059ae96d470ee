// The tests run over the built site, made here when it is missing or stale.
import { buildSite } from '../../scripts/setup.mjs';

export default function setup(): void {
  buildSite();
}
