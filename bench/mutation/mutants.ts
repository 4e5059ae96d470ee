// Small faults put into a source, one at a time: what a test that looks should see. Read by the TypeScript compiler, never run from here.
import ts from 'typescript';

export interface Mutant {
  line: number;
  /** What stands from `start` to `end`, and what is put there. */
  start: number;
  end: number;
  before: string;
  after: string;
}

const SWAPS = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
  [ts.SyntaxKind.PlusEqualsToken, '-='],
  [ts.SyntaxKind.MinusEqualsToken, '+=']
]);
const ORDERS = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken
]);
const BOTH = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken]);
const PLUS = new Set([ts.SyntaxKind.PlusToken, ts.SyntaxKind.PlusEqualsToken]);

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateExpression(node) ||
  (ts.isBinaryExpression(node) && (isText(node.left) || isText(node.right)));

/**
 * Comparisons made stricter, looser or contrary, bounds moved by one, conditions removed, operations turned round. A sum of texts is
 * left alone.
 */
export function mutantsOf(source: string): Mutant[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const put = (node: ts.Node, after: string) => {
    const [start, end] = [node.getStart(file), node.getEnd()];
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    found.push({ line, start, end, before: source.slice(start, end), after });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken;
      const swap = SWAPS.get(kind);
      if (swap && !(PLUS.has(kind) && isText(node))) put(node.operatorToken, swap);
      if (ORDERS.has(kind)) put(node.right, `(${node.right.getText(file)}) + 1`);
      if (BOTH.has(kind)) for (const side of [node.left, node.right]) put(node, side.getText(file));
    }
    if (ts.isIfStatement(node)) for (const after of ['true', 'false']) put(node.expression, after);
    if (ts.isPropertyAccessExpression(node) && node.expression.getText(file) === 'Math') {
      const other = { min: 'max', max: 'min' }[node.name.text];
      if (other) put(node.name, other);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

export const mutated = (source: string, { start, end, after }: Mutant): string =>
  source.slice(0, start) + after + source.slice(end);
