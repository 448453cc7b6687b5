import { check } from './run-checks.mjs';
import { asTool, setUp } from './set-up.mjs';

export function main(args) {
  return asTool(async () => {
    await setUp({ browser: true });
    return check(args);
  });
}
