// The protected counts of a territory audited once more before they leave: its files may come from a file that another wrote.
import { refuseOpen } from '../../engines/territory-builder/index.ts';
import { readCube } from '../../engines/disclosure/index.ts';
import type { TerritoryFiles } from '../../model/territory-files.ts';
import { bootHighs } from '../../solver/highs.ts';
import { WASM_ADDRESS } from '../../solver/wasm-address.ts';

const CUBE = 'downloads/cube.json';

/** @throws UnsafeTerritory when a count that is hidden can be found again; UnusableInput when the cube cannot be read */
export async function checkCube(files: TerritoryFiles): Promise<void> {
  const bytes = files.get(CUBE);
  if (!bytes) return;
  const cube = readCube(JSON.parse(new TextDecoder().decode(bytes)), CUBE);
  refuseOpen(await bootHighs(WASM_ADDRESS), [cube]);
}
