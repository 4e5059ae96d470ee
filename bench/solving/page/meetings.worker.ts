// In a worker of the browser: what is timed of a year of meetings.
import { bootHighs } from '../../../src/lib/solver/highs.ts';
import { WASM_ADDRESS } from '../../../src/lib/solver/wasm-address.ts';
import { timesOf, type YearRun } from '../meeting-times.ts';

const solver = bootHighs(WASM_ADDRESS);

self.addEventListener('message', (event: MessageEvent<YearRun>) => {
  void solver.then((highs) => timesOf(highs, event.data)).then((times) => self.postMessage(times));
});
