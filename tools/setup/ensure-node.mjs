/**
 * Read before anything else, by Nodes too old for the rest: so no syntax and no import here that Node 12 does not know.
 */
const needed = [20, 19];

export function nodeProblem(version) {
  const parts = version.split('.').map(Number);
  const enough = parts[0] > needed[0] || (parts[0] === needed[0] && parts[1] >= needed[1]);
  if (enough) return undefined;
  return (
    'Blitz needs Node ' + needed.join('.') + ' or newer, and this is Node ' + version + '.\n' +
    'Type: nvm install 22   (without nvm: https://nodejs.org/en/download)'
  );
}

export function ensureNode() {
  const problem = nodeProblem(process.versions.node);
  if (problem === undefined) return;
  process.stderr.write(problem + '\n');
  process.exit(1);
}
