import ts from 'typescript';
import { isGlobal, nodesOf } from './places.mjs';

const imports = 'A procedure is one file: nothing can be imported.';
const texts = 'A program is not made of texts here.';

/** Names that TypeScript knows and the language does not. */
const names = {
  __proto__: null,
  eval: texts,
  Function: texts,
  globalThis: 'There is no globalThis here: the language has names for what it offers.',
  Intl: 'There is no Intl here: time.format writes dates.',
};

/** What TypeScript reads and a procedure may not hold: by kind, the reason, or undefined where that node is fine. */
const kinds = {
  __proto__: null,
  [ts.SyntaxKind.ImportDeclaration]: () => imports,
  [ts.SyntaxKind.ImportEqualsDeclaration]: () => imports,
  [ts.SyntaxKind.ImportType]: () => imports,
  [ts.SyntaxKind.ExternalModuleReference]: () => imports,
  [ts.SyntaxKind.ExportDeclaration]: (node) => (node.moduleSpecifier === undefined ? undefined : imports),
  [ts.SyntaxKind.ImportKeyword]: (node) => (ts.isCallExpression(node.parent) ? imports : undefined),
  [ts.SyntaxKind.MetaProperty]: (node) => (node.keywordToken === ts.SyntaxKind.ImportKeyword ? 'There is no import.meta here.' : undefined),
  [ts.SyntaxKind.ModuleDeclaration]: () => 'A procedure declares nothing outside itself: no namespace, no module, no global.',
  [ts.SyntaxKind.Decorator]: () => 'Decorators are not part of the language.',
  [ts.SyntaxKind.AccessorKeyword]: () => 'Fields with accessor are not part of the language.',
  [ts.SyntaxKind.VariableDeclarationList]: (node) => (isUsing(node) ? 'using is not part of the language.' : undefined),
  [ts.SyntaxKind.AwaitExpression]: (node) => awaited(node),
  [ts.SyntaxKind.ForOfStatement]: (node) => (node.awaitModifier === undefined ? undefined : awaited(node)),
};

// `let` is 1 and `const` is 2 in the flags of TypeScript's tree, `using` and `await using` are 4 and 6.
const isUsing = (node) => (node.flags & ts.NodeFlags.BlockScoped) >= ts.NodeFlags.Using;

function awaited(node) {
  const inside = ts.findAncestor(node, (outer) => ts.isFunctionLike(outer) || ts.isClassStaticBlockDeclaration(outer));
  return inside === undefined ? 'A procedure does not wait: there is no await outside functions.' : undefined;
}

/** @returns problems; `covers` tells which of TypeScript's own about the same words need not be told, too */
export function findRefused(file, checker) {
  const refused = [...switches(file), ...directives(file)];
  for (const node of nodesOf(file)) {
    const message = kinds[node.kind]?.(node) ?? nameRefused(node, file, checker);
    if (message !== undefined) refused.push(problem(node.getStart(file), endOf(node), message));
  }
  return refused;
}

function nameRefused(node, file, checker) {
  if (!ts.isIdentifier(node)) return undefined;
  // Declared nowhere; known to people from Node, so told in the words of imports.
  if (node.text === 'require' && ts.isCallExpression(node.parent) && checker.getSymbolAtLocation(node) === undefined) return imports;
  const message = names[node.text];
  if (message === undefined || isPropertyName(node) || ts.isPartOfTypeNode(node)) return undefined;
  return isGlobal(node, file, checker) ? message : undefined;
}

const isPropertyName = (node) => ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;

/** What is asked of a thing that is refused, is refused with it: `import.meta.url`, `eval('…')`. */
const endOf = (node) => (node.parent?.expression === node ? node.parent.end : node.end);

/** Comments that switch TypeScript's checks off. The lists are the parser's own: what is in them is what it would have obeyed. */
function switches(file) {
  const message = 'Checks are not switched off here: no @ts-ignore, @ts-expect-error, @ts-nocheck.';
  const lines = (file.commentDirectives ?? []).map(({ range }) => problem(range.pos, range.end, message));
  const whole = file.checkJsDirective;
  return whole === undefined ? lines : [...lines, problem(whole.pos, whole.end, message)];
}

function directives(file) {
  const found = [...file.referencedFiles, ...file.typeReferenceDirectives, ...file.libReferenceDirectives, ...amd(file)];
  return found.map(({ pos, end }) => problem(pos, end, imports));
}

/** `/// <amd-dependency …/>` leaves no place in the tree but its comment. */
function amd(file) {
  return [...file.text.matchAll(/^[ \t]*\/\/\/\s*<amd-[^\n]*/gm)].map(({ 0: text, index }) => {
    const pos = index + text.indexOf('///');
    return { pos, end: index + text.length };
  });
}

const problem = (at, end, message) => ({ at, message, covers: (start) => start !== undefined && at <= start && start < end });
