// Both sides in one page, pressed in turn: from the choice in a menu to the last change of the document.
import { syntheticPathways } from '../page/pathways.ts';
import { AXES, ROWS, type Axis, type Side } from './axes.ts';
import { ours } from './ours.ts';
import { theirs } from './theirs.ts';

declare global {
  interface Window {
    compareViews: (turns: number) => Promise<ViewTimes>;
  }
}

export interface ViewTimes {
  /** Milliseconds of each press. */
  ours: number[];
  theirs: number[];
  /** Views whose figures differ between the two sides, over all presses; 0 or the comparison is void. */
  differences: number;
}

/** After the last change of a press, and until its figures are those of the other side. */
const QUIET_MS = 350;
const PATIENCE_MS = 10_000;
const WARM_UP = 16;

async function press(
  { root, menu }: Side,
  axis: Axis,
  choice: number,
  answered = () => true
): Promise<number> {
  const select = menu(axis);
  let last = performance.now();
  const observer = new MutationObserver(() => (last = performance.now()));
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  select.focus();
  select.selectedIndex = choice;
  const began = performance.now();
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
  do await new Promise((resolve) => setTimeout(resolve, QUIET_MS / 5));
  while (performance.now() - last < QUIET_MS || (!answered() && performance.now() - began < PATIENCE_MS));
  observer.disconnect();
  return last - began;
}

window.compareViews = async (turns) => {
  const pathways = syntheticPathways(ROWS);
  const sides = { ours: await ours(pathways), theirs: await theirs(pathways) };
  const times: ViewTimes = { ours: [], theirs: [], differences: 0 };
  for (let turn = -WARM_UP; turn < turns; turn++) {
    const axis = AXES[(turn + WARM_UP) % AXES.length]!;
    const length = sides.ours.menu(axis).options.length;
    const choice = (Math.floor((turn + WARM_UP) / AXES.length) + 1) % length;
    const differing = () =>
      AXES.filter((view) => {
        const [mine, their] = [sides.ours.figures(view), sides.theirs.figures(view)];
        return mine.length === 0 || mine.join() !== their.join();
      }).length;
    const mine = await press(sides.ours, axis, choice);
    const their = await press(sides.theirs, axis, choice, () => differing() === 0);
    times.differences += differing();
    if (turn < 0) continue;
    times.ours.push(mine);
    times.theirs.push(their);
  }
  return times;
};
