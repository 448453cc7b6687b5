import type { FieldProblem } from '../../client/problem.ts';

/** `/body/redirect_uris/0` → `redirect_uris/0`: what a form calls that field. */
export function fieldOf(pointer: string): string {
  return pointer.replace(/^\/(?:body|query|params)(?:\/|$)/, '').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The first problem of a field or of what is inside it. */
export function problemAt(fields: readonly FieldProblem[], name: string): FieldProblem | undefined {
  return fields.find(({ pointer }) => fieldOf(pointer) === name) ?? fields.find(({ pointer }) => fieldOf(pointer).startsWith(`${name}/`));
}

/** Those that remain when a field was changed. */
export function withoutField(fields: readonly FieldProblem[], name: string): readonly FieldProblem[] {
  return fields.filter(({ pointer }) => fieldOf(pointer) !== name && !fieldOf(pointer).startsWith(`${name}/`));
}
