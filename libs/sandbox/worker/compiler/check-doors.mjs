import ts from 'typescript';

const names = ['run', 'check', 'status', 'hangUp'];

/** The default export, and whether each of its entry points answers as the interface HttpLoop wants, said or not. */
export function checkDoors(file, checker, typeProblems) {
  const none = (at, message) => ({ entryPoints: [], problems: [{ at, message }] });
  const exported = checker.getSymbolAtLocation(file)?.exports?.get('default');
  if (exported === undefined) return none(0, 'There is no default export: export default class … was expected.');

  const at = startOf(exported, file);
  const type = checker.getTypeOfSymbolAtLocation(aliased(exported, checker), file);
  const made = type.getConstructSignatures().find(({ minArgumentCount, parameters }) => (minArgumentCount ?? parameters.length) === 0);
  if (type.getConstructSignatures().length === 0 || type.flags & ts.TypeFlags.Any) return none(at, 'The default export is not a class.');
  if (made === undefined) return none(at, 'The class has to be made without arguments: its constructor takes some.');
  if (isAbstract(type)) return none(at, 'The class is abstract: nothing can be made of it.');
  return checkInstance(made.getReturnType(), { file, checker, at, typeProblems });
}

function checkInstance(instance, context) {
  const { checker, at } = context;
  const entryPoints = names.filter((name) => instance.getProperty(name) !== undefined);
  const loop = checker.getDeclaredTypeOfSymbol(checker.resolveName('HttpLoop', undefined, ts.SymbolFlags.Interface, false));
  const problems = entryPoints.flatMap((name) => checkEntryPoint(name, instance, loop, context));
  if (!entryPoints.includes('run')) problems.push({ at, message: 'The class has no method run(obj, result).' });
  return { entryPoints, problems };
}

function checkEntryPoint(name, instance, loop, { file, checker, at, typeProblems }) {
  const own = instance.getProperty(name);
  const place = own.valueDeclaration?.getSourceFile() === file ? own.valueDeclaration : undefined;
  // TypeScript has said already what is wrong in there.
  if (typeProblems.some(({ start }) => place !== undefined && place.pos <= start && start < place.end)) return [];
  const problem = (message) => [{ at: place === undefined ? at : (ts.getNameOfDeclaration(place) ?? place).getStart(file), message }];

  const hidden = place !== undefined && ts.getCombinedModifierFlags(place) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected);
  if (hidden) return problem(`${name} is private: the server could not call it.`);
  const type = checker.getTypeOfSymbolAtLocation(own, file);
  const wanted = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(loop.getProperty(name), file));
  const answers = wanted.getCallSignatures()[0].getReturnType();
  const signatures = type.getCallSignatures();
  if (signatures.length === 0 || own.flags & ts.SymbolFlags.Optional) return problem(`${name} is not a method.`);
  for (const signature of signatures) {
    const returned = signature.getReturnType();
    if (returned.symbol?.name === 'Promise') return problem(`${name} returns a promise: a procedure does not wait, write it without async.`);
    const any = (returned.flags & ts.TypeFlags.Any) !== 0;
    if (any || !checker.isTypeAssignableTo(returned, answers)) {
      const what = checker.typeToString(returned, undefined, ts.TypeFormatFlags.None);
      return problem(`${name} may return ${short(what)}; a request, HttpLoop.Ok(…) or HttpLoop.error(…) was expected.`);
    }
  }
  if (checker.isTypeAssignableTo(type, wanted)) return [];
  const result = name === 'status' ? 'HttpLoopResult' : 'HttpLoopResult | null';
  return problem(`${name} takes other arguments: ${name}(obj: JsObj, result: ${result}) was expected.`);
}

const short = (text) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

const aliased = (symbol, checker) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);

function startOf(symbol, file) {
  const [declaration] = symbol.declarations ?? [];
  return declaration === undefined ? 0 : declaration.getStart(file);
}

function isAbstract(type) {
  return (type.symbol?.declarations ?? []).some((declaration) => (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Abstract) !== 0);
}
