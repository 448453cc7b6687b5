import ts from 'typescript';
import { isGlobal, nodesOf } from './places.mjs';

const message = "Write secrets.get('name') with the name in quotes: whether there is such a secret is looked at when the procedure is saved.";

/** Every use of `secrets` of the language: `secrets.get('name')`, or a problem. */
export function findSecrets(file, checker) {
  const found = [];
  const problems = [];
  for (const node of nodesOf(file)) {
    if (!ts.isIdentifier(node) || node.text !== 'secrets' || !isGlobal(node, file, checker)) continue;
    const name = nameAsked(node);
    if (name === undefined) problems.push({ at: node.getStart(file), message });
    else found.push({ name: name.text, at: name.getStart(file) });
  }
  return { found, problems };
}

function nameAsked(secrets) {
  const get = secrets.parent;
  if (!ts.isPropertyAccessExpression(get) || get.expression !== secrets || get.name.text !== 'get') return undefined;
  const call = get.parent;
  if (!ts.isCallExpression(call) || call.expression !== get || call.arguments.length !== 1) return undefined;
  const [name] = call.arguments;
  return ts.isStringLiteralLike(name) ? name : undefined;
}
