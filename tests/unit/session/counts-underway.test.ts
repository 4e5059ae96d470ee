// While counts of children are being protected, no page answers that they are not published.
import { afterEach, expect, it } from 'vitest';
import { absentWords, watchCounts } from '../../../src/lib/session/counts-underway.ts';
import { areCountsUnderway } from '../../../src/lib/session/territory/file-lines.ts';
import {
  newFile,
  type FileState,
  type ProjectFile
} from '../../../src/lib/session/territory/project-file.ts';

const line = (kind: ProjectFile['kind'], state: FileState): ProjectFile => ({ ...newFile('a', 1, null), kind, state }); // prettier-ignore
afterEach(() => watchCounts(() => false));

it('an absent count is said to be under way from the case file to the territory', () => {
  let files: ProjectFile[] = [];
  watchCounts(() => areCountsUnderway(files));
  const words = () => absentWords();
  expect(words()).toBe('inconnu');
  files = [line('cases', 'protecting')];
  expect(words()).toBe('en cours de protection');
  files = [line('cases', 'used'), line('protected-counts', 'building')];
  expect(words()).toBe('en cours de protection');
  files = [line('cases', 'used'), line('protected-counts', 'used'), line('staff', 'building')];
  expect(words()).toBe('inconnu');
});
