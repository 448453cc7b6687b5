import { blankSourceFile } from 'ts-blank-space';
import { checkDoors } from './check-doors.mjs';
import { findHosts } from './find-hosts.mjs';
import { findSecrets } from './find-secrets.mjs';
import { flat, placeOf } from './places.mjs';
import { openProgram } from './program.mjs';
import { findRefused } from './refused-syntax.mjs';

const mostProblems = 50;

/**
 * @param {string} source what the administrator wrote
 * @param {string} declarations procedure.d.ts
 * @returns `{ compiled }` or `{ problems }`, as the port `Compiler` says
 */
export function readProcedure(source, declarations) {
  try {
    return read(source, declarations);
  } catch (error) {
    // The parser and the checker descend as deep as the source does; where their stack ends, so does our reading.
    const reason = error instanceof RangeError ? 'it is nested too deeply' : 'the compiler gave up on it';
    return { problems: [{ line: 1, column: 1, message: `The source could not be read: ${reason}.` }] };
  }
}

function read(source, declarations) {
  const { program, file } = openProgram(source, declarations);
  const syntax = program.getSyntacticDiagnostics(file);
  if (syntax.length > 0) return { problems: sorted(file, syntax.map(problem)) };

  const checker = program.getTypeChecker();
  const refused = findRefused(file, checker);
  const secrets = findSecrets(file, checker);
  const types = program.getSemanticDiagnostics(file).filter((type) => !isToldAlready(type, refused));
  const doors = checkDoors(file, checker, types);
  const problems = [...refused, ...secrets.problems, ...types.map(problem), ...doors.problems];
  let javascript = '';
  if (problems.length === 0) {
    javascript = blankSourceFile(file, (node) => problems.push({ at: node.getStart(file), message: 'This has no meaning in JavaScript.' }));
  }
  if (problems.length > 0) return { problems: sorted(file, problems) };
  return {
    compiled: {
      // TypeScript and editors count a lone carriage return as the end of a line; not every engine does.
      javascript: javascript.replaceAll(/\r(?!\n)/g, '\n'),
      entryPoints: doors.entryPoints,
      secrets: secrets.found.map(({ name, at }) => ({ name, ...placeOf(file, at) })),
      hosts: findHosts(file).map(({ host, at }) => ({ host, ...placeOf(file, at) })),
    },
  };
}

/** TypeScript's own words about what was refused; without a place when what is missing is a type that refused syntax wants. */
function isToldAlready({ start }, refused) {
  return start === undefined ? refused.length > 0 : refused.some((other) => other.covers(start));
}

/** By number, where TypeScript speaks of its options, which nobody sees here. */
const ourWords = {
  __proto__: null,
  1294: 'Only types can be added to JavaScript here: no enum, no namespace, no parameter property, no <type> before a value (write `as`).',
};

const problem = ({ start, code, messageText }) => ({ at: start ?? 0, message: ourWords[code] ?? flat(messageText) });

function sorted(file, problems) {
  const placed = problems.map(({ at, message }) => ({ ...placeOf(file, at), message }));
  const inOrder = placed.sort((one, other) => one.line - other.line || one.column - other.column);
  const seen = new Set();
  const distinct = inOrder.filter(({ line, column, message }) => {
    const key = `${line}:${column} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
  return distinct.slice(0, mostProblems);
}
