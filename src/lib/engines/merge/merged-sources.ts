// The files that go with a union: each of the side that it is taken from.
import type { MergedFile } from './apply-merge.ts';
import { mergedOrder } from './order.ts';

interface Carried {
  name: string;
  sha256: string;
  content?: Uint8Array;
}

/** Sources of the result. One that a side carries, and the other only describes, is carried. */
export function mergedSources<Source extends Carried>(
  { a, b }: Readonly<Record<'a' | 'b', readonly Source[]>>,
  { sources, releases }: Pick<MergedFile, 'sources' | 'releases'>
): Source[] {
  const named = {
    a: new Map(a.map((one) => [one.name, one])),
    b: new Map(b.map((one) => [one.name, one]))
  };
  return mergedOrder([...named.a.keys()], [...named.b.keys()]).flatMap((name) => {
    const side = sources.get(name) ?? releases.get(name.replace(/\/[^/]*$/, ''));
    const source = side && named[side].get(name);
    const twin = side && named[side === 'a' ? 'b' : 'a'].get(name);
    if (source && !source.content && twin?.content && twin.sha256 === source.sha256) return [twin];
    return source ? [source] : [];
  });
}
