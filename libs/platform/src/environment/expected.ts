import { ValidateBy } from 'class-validator';
import { Staged } from './staged.ts';

/**
 * The rule of one variable: the words say what is expected and become the message, so they never name what was given.
 * A rule may look at the stage, because production refuses what development allows.
 */
export function Expected(words: string, accepts: (text: string, stage: Staged) => boolean): PropertyDecorator {
  return ValidateBy({
    name: 'expected',
    validator: {
      validate: (value: unknown, asked) =>
        typeof value === 'string' && asked !== undefined && asked.object instanceof Staged && accepts(value, asked.object),
      defaultMessage: () => words,
    },
  });
}
