import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../setup/commands.mjs';
import { inRoot } from '../setup/root.mjs';

const results = inRoot('node_modules', '.cache', 'blitz-checks');

/** One of jest's projects; answers how many tests passed and failed. A file that could not even be run is one failed test. */
export async function jestStep(project) {
  await mkdir(results, { recursive: true });
  const file = join(results, `${project}.json`);
  await rm(file, { force: true });
  const jest = inRoot('node_modules', 'jest', 'bin', 'jest.js');
  const args = ['--no-warnings', '--experimental-vm-modules', jest, '--selectProjects', project, '-w', '2', '--json', `--outputFile=${file}`];
  const options = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim();
  // jest tells people on the standard error; --json would repeat everything on the standard output.
  const ended = await runCommand(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: options }, onlyErrors: true }).then(
    () => 0,
    ({ status }) => status ?? 1,
  );
  const counted = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  if (counted === undefined) return { passed: 0, failed: 1 };
  const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
  return { passed: counted.numPassedTests, failed: failed === 0 && ended !== 0 ? 1 : failed };
}
