import ts from 'typescript';
import { nodesOf } from './places.mjs';

const address = /^\s*https?:\/\//i;
/** The host has ended, whatever is added. */
const hostEnded = /^\s*https?:\/\/[^/?#\\]+[/?#\\]/i;

/**
 * Hosts of the addresses that stand in the source. Where more text follows (a template, a sum), only a host that has ended is
 * known; what is made at run time is judged at run time.
 */
export function findHosts(file) {
  const found = [];
  for (const node of nodesOf(file)) {
    const text = fixedText(node);
    if (text === undefined || !address.test(text)) continue;
    if (!isWhole(node) && !hostEnded.test(text)) continue;
    const host = hostOf(text);
    if (host !== undefined) found.push({ host, at: node.getStart(file) });
  }
  return found;
}

function fixedText(node) {
  if (ts.isStringLiteralLike(node)) return ts.isLiteralTypeNode(node.parent) ? undefined : node.text;
  return ts.isTemplateHead(node) ? node.text : undefined;
}

function isWhole(node) {
  if (ts.isTemplateHead(node)) return false;
  const sum = node.parent;
  return !(ts.isBinaryExpression(sum) && sum.operatorToken.kind === ts.SyntaxKind.PlusToken && sum.left === node);
}

function hostOf(text) {
  try {
    return new URL(text).host;
  } catch {
    return undefined;
  }
}
