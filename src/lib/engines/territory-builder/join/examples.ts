// Examples and proposals of the territory at hand, for codes that a list gets wrong: no code of another territory is ever shown.
import type { Finding } from '../../../model/findings.ts';
import type { School } from '../../../model/school.ts';
import { formatColumns, placeNameList } from '../../import/index.ts';
import { readableName } from './school-names.ts';

interface Places {
  communes: readonly { code: string; name: string }[];
  schools: readonly Pick<School, 'uai' | 'name' | 'kind' | 'commune'>[];
}

/** The findings, each wrong UAI with the school that its row names in a commune, the nearest ones, or an example; each wrong commune with an example. */
export function withExamples(findings: readonly Finding[], { communes, schools }: Places): Finding[] {
  const names = placeNameList({ communes, schools });
  const [commune] = communes;
  const [school] = schools;
  return findings.map(({ about, ...finding }) => {
    if (finding.code === 'bad-insee' && finding.expected === undefined && commune) {
      const isNamed = formatColumns().cites.communes.includes(finding.column ?? '');
      return { ...finding, expected: isNamed ? `${commune.name} (${commune.code})` : commune.code };
    }
    if (finding.code !== 'bad-uai' && finding.code !== 'unknown-school') return finding;
    const code = about ? names.commune(about.commune) : null;
    const proposed = about && code !== null ? names.school(about.name, code) : null;
    if (proposed !== null) return { ...finding, proposed };
    const near = about ? names.near(about.name, code) : [];
    if (near.length > 0)
      return { ...finding, near: near.map(({ uai, name }) => ({ value: uai, name: readableName(name) })) };
    return finding.code === 'bad-uai' && finding.expected === undefined && school
      ? { ...finding, expected: school.uai }
      : finding;
  });
}
