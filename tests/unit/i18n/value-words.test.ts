// Values of findings that are words are said in the reader's language; values of files are quoted as they are.
import { describe, expect, it } from 'vitest';
import { findingSentenceIn } from '../../../src/lib/i18n/findings/findings.ts';
import { withValueWords } from '../../../src/lib/i18n/findings/finding-values.ts';
import { shown } from '../../../src/lib/model/documents/read-document.ts';
import { valueWord, type Finding } from '../../../src/lib/model/findings.ts';

const finding = (code: string, found: string, expected?: string): Finding => ({
  code,
  severity: 'dropped',
  found,
  ...(expected !== undefined && { expected })
});

describe('values that are words', () => {
  it('are said in each language, in the sentence of a finding', () => {
    const cut = finding('pbf-truncated', valueWord('bytes', 12), valueWord('least-bytes', 40));
    expect(findingSentenceIn('fr', cut)).toContain('au moins 40 o');
    expect(findingSentenceIn('en', cut)).toContain('at least 40 bytes');
    expect(withValueWords(finding('meetings-value', shown(undefined)), 'fr').found).toBe('rien');
    expect(findingSentenceIn('fr', finding('no-such-code', valueWord('block', 3)))).toContain('(bloc 3)');
  });

  it('leave what a file holds as it is', () => {
    for (const found of ['#REF!', '# 3', '#unknown 3', 'bloc', ''])
      expect(withValueWords(finding('bad-geometry', found), 'en').found).toBe(found);
    expect(withValueWords({ code: 'bad-rep', severity: 'note' }, 'fr').found).toBeUndefined();
  });
});
