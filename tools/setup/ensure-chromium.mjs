import { Refusal } from './refusal.mjs';
import { findProgram, installSystemPackage, isRunnable } from './system-packages.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const usualFiles = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const packages = { 'apt-get': 'chromium', dnf: 'chromium', apk: 'chromium', pacman: 'chromium', zypper: 'chromium' };

const find = () => names.map(findProgram).find(Boolean) ?? usualFiles.find(isRunnable);

/** The browser of the journeys; a run without it fails, because skipped journeys prove nothing. Answers its path. */
export async function ensureChromium({ log } = {}) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isRunnable(given)) return given;
    throw new Refusal(`CHROMIUM_PATH names ${given}, which is no program.`, 'unset CHROMIUM_PATH');
  }
  const present = find();
  if (present !== undefined) return present;
  await installSystemPackage({ program: 'Chromium', purpose: 'for the tests in a browser', packages, log });
  const installed = find();
  if (installed === undefined) throw new Refusal('Chromium was installed but can\'t be found; say where it is.', 'CHROMIUM_PATH=/path/to/chromium npm test');
  return installed;
}
