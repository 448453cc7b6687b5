/** Far more than what the parent accepts, far less than what would be costly to carry out. */
const MOST_ANSWER = 1_000_000;

/** The answer of the prelude: JSON text, for the parent to read. */
export function answerOf(context, handle) {
  if (context.typeof(handle) !== 'string') return { fault: 'no_answer', message: 'The procedure gave no answer.' };
  const length = context.getNumber(context.getProp(handle, 'length'));
  if (length > MOST_ANSWER) return { fault: 'answer_too_large', message: `The answer has ${length} characters.` };
  return { text: context.getString(handle) };
}

/** @param text what bridge.js told about the thrown value: message, name, stack */
export function faultOf({ interrupted, exhausted, text }) {
  const [message, name, stack] = toldIn(text);
  const place = placeIn(stack);
  if (exhausted) return { fault: 'too_much_memory', message: 'The procedure wanted more than its 16 MiB of memory.', ...place };
  if (interrupted) return { fault: 'too_long', message: 'The procedure ran longer than its 100 ms.', ...place };
  if (message === '') return { fault: 'threw', message: 'The procedure threw something without a message.', ...place };
  return { fault: 'threw', message: name === '' ? message : `${name}: ${message}`, ...place };
}

function toldIn(text) {
  try {
    const told = JSON.parse(text);
    return [0, 1, 2].map((part) => String(told[part] ?? ''));
  } catch {
    return ['', '', ''];
  }
}

/** The topmost frame of the program itself; frames of the language are nobody's business. */
function placeIn(stack) {
  const [, line, column] = /procedure\.js:(\d{1,7}):(\d{1,7})\)?$/m.exec(stack) ?? [];
  return line === undefined ? {} : { line: Number(line), column: Number(column) };
}
