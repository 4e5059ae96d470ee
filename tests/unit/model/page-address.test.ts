// How a page's address is written, so that a host that knows nothing but files finds it.
import { expect, test } from 'vitest';
import { pageAddress } from '../../../src/lib/model/page-address.ts';

test.each([
  ['/', '/'],
  ['/?vue=ecoles', '/?vue=ecoles'],
  ['/ecoles', '/ecoles/'],
  ['/ecoles/', '/ecoles/'],
  ['/ecoles?ecole=0590001A#plan=a/b', '/ecoles/?ecole=0590001A#plan=a/b'],
  ['/methode#protection', '/methode/#protection']
])('%s is written %s', (address, written) => {
  expect(pageAddress(address)).toBe(written);
});
