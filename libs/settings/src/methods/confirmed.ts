import type { FileSettings } from '../file/file-settings.ts';
import type { SavedSettings } from '../saved/saved-settings.ts';

const profile = 'login.methods.flashCall.profiles."2".';

/**
 * Whether somebody stands for the settings of the incoming call: they were saved in the console, or the file itself switches the
 * method on. A file that only lists it, even with every value, is the vendor's step 1; saving is step 2.
 */
export function isCallConfirmed(file: FileSettings, saved: SavedSettings): boolean {
  const switchedOn = file.values['login.factors'][1].some(({ method, enabled }) => method === 'flashCall' && enabled);
  return switchedOn || Object.keys(saved).some((key) => key.startsWith(profile));
}
