// The text that a page prints, gathered on a screen: the rules of paper are applied, read, and taken back before a frame is drawn.

/** Outside the mark: maps and drawings (their labels follow the window), feet of sheets, the day. */
const OUTSIDE = '.scene-map, svg, canvas, footer, [data-outside-mark]';

const grouping = (rule: CSSRule): rule is CSSGroupingRule => 'cssRules' in rule;

function* mediaRules(rules: CSSRuleList): Generator<CSSMediaRule> {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) yield rule;
    if (grouping(rule)) yield* mediaRules(rule.cssRules);
  }
}

/** Rules of paper count, rules of screens and of widths do not, whatever the window. Returns the way back. */
function asOnPaper(): () => void {
  const before: [MediaList, string][] = [];
  for (const sheet of document.styleSheets)
    for (const { media } of mediaRules(sheet.cssRules)) {
      const { mediaText } = media;
      if (!/print|screen|width/.test(mediaText)) continue;
      before.push([media, mediaText]);
      media.mediaText = /print/.test(mediaText) ? 'all' : 'not all';
    }
  const outside = new CSSStyleSheet();
  outside.replaceSync(`:is(${OUTSIDE}) { display: none !important; }`);
  document.adoptedStyleSheets.push(outside);
  return () => {
    for (const [media, text] of before) media.mediaText = text;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== outside);
  };
}

/** What stands in a field is printed, and is no text of the page. */
function fieldText(field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): string {
  if (field instanceof HTMLInputElement && /checkbox|radio/.test(field.type)) return String(field.checked);
  return field.value;
}

/** Lines of text and values of fields that a part of the page prints, in reading order. */
export function printedText(part: HTMLElement): string[] {
  const restore = asOnPaper();
  try {
    const fields = [...part.querySelectorAll<HTMLInputElement>('input, select, textarea')];
    return [part.innerText, ...fields.filter((field) => field.checkVisibility()).map(fieldText)];
  } finally {
    restore();
  }
}
