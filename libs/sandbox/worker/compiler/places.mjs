import ts from 'typescript';

/** Counted from 1, in UTF-16 units, as editors do. */
export function placeOf(file, at) {
  const { line, character } = file.getLineAndCharacterOfPosition(at);
  return { line: line + 1, column: character + 1 };
}

/** A message of TypeScript on one line. */
export function flat(messageText) {
  return ts.flattenDiagnosticMessageText(messageText, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** Every node of the file in the order of the source, without recursion: a source may be nested as deep as it is long. */
export function* nodesOf(file) {
  const waiting = [file];
  while (waiting.length > 0) {
    const node = waiting.pop();
    yield node;
    const children = [];
    ts.forEachChild(node, (child) => void children.push(child));
    waiting.push(...children.reverse());
  }
}

/** Whether the name stands for what the language (or JavaScript) brings, and not for something of the program's own. */
export function isGlobal(name, file, checker) {
  const shorthand = ts.isShorthandPropertyAssignment(name.parent) && name.parent.name === name;
  const found = shorthand ? checker.getShorthandAssignmentValueSymbol(name.parent) : checker.getSymbolAtLocation(name);
  // `undefined` and `globalThis` are declared nowhere.
  return found !== undefined && !(found.declarations ?? []).some((declaration) => declaration.getSourceFile() === file);
}
