// SQL editor (CodeMirror) in the site's colours. A heavy module, loaded lazily.
import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';

interface EditorOptions {
  text: string;
  label: string;
  describedBy: string;
  hint: string;
  /** Table -> columns, for completion. */
  schema: Record<string, string[]>;
  phrases: Record<string, string>;
  onchange: (text: string) => void;
  onrun: () => void;
}

export interface SqlEditorView {
  set(text: string): void;
  insert(text: string): void;
  focus(): void;
  destroy(): void;
}

const LOOK = EditorView.theme({
  '&': {
    minHeight: '8.5rem',
    maxHeight: '24rem',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--rule-2)',
    borderRadius: 'var(--r-2)',
    fontSize: 'var(--t-small)'
  },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: "ui-monospace, 'DejaVu Sans Mono', Menlo, monospace",
    lineHeight: '1.25rem'
  },
  '.cm-content': { padding: 'var(--s-2) 0', caretColor: 'var(--ink)', minHeight: '8.5rem' },
  '.cm-line': { padding: '0 var(--s-3)' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--rule)'
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--sunken)',
    outline: '1px solid var(--rule-2)'
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--rule-2)',
    boxShadow: 'var(--e-2)'
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: "ui-monospace, 'DejaVu Sans Mono', Menlo, monospace",
    maxWidth: 'min(24rem, 80vw)'
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--ink)',
    color: 'var(--on-ink)'
  }
});

const INK = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '700' },
  { tag: [tags.string, tags.number, tags.bool, tags.null], color: 'var(--ramp-5)' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: tags.operator, color: 'var(--ink-2)' }
]);

/**
 * Puts an editor into `host`, in a shadow root: its style sheets are then made by script and not by style elements, which the
 * page's policy refuses.
 */
export function createEditor(host: HTMLElement, options: EditorOptions): SqlEditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const run = () => {
    options.onrun();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        history(),
        drawSelection(),
        bracketMatching(),
        autocompletion({ icons: false }),
        sql({ dialect: PostgreSQL, schema: options.schema, upperCaseKeywords: true }),
        syntaxHighlighting(INK),
        LOOK,
        EditorView.lineWrapping,
        EditorState.phrases.of(options.phrases),
        placeholder(options.hint),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-description': options.describedBy,
          spellcheck: 'false'
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onchange(update.state.doc.toString());
        })
      ]
    })
  });
  const replace = (from: number, to: number, insert: string) =>
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length } });
  return {
    set: (text) => {
      if (text !== view.state.doc.toString()) replace(0, view.state.doc.length, text);
    },
    insert: (text) => {
      const { from, to } = view.state.selection.main;
      replace(from, to, text);
      view.focus();
    },
    focus: () => view.focus(),
    destroy: () => {
      view.destroy();
      root.replaceChildren();
    }
  };
}
