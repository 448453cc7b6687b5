const levels = { warn: 'warning', error: 'error', fatal: 'fatal', 40: 'warning', 50: 'error', 60: 'fatal' };
const shownPerMinute = 12;

/** Splits a stream into lines, whatever pieces they come in. */
export function eachLine(stream, deed) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (piece) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) deed(line);
  });
  stream.on('end', () => {
    if (rest !== '') deed(rest);
  });
}

/**
 * What of a service's log people see in the terminal: warnings and worse, one line each, and not a flood of them. The rest
 * stands in the log file.
 */
export function noteworthy(show, now = () => performance.now()) {
  let since = now();
  let shown = 0;
  return (line) => {
    const entry = parse(line);
    const level = levels[entry?.level];
    if (level === undefined) return;
    if (now() - since > 60_000) [since, shown] = [now(), 0];
    shown += 1;
    if (shown === shownPerMinute) show('… more of these in the log file');
    if (shown >= shownPerMinute) return;
    show(`${level}: ${told(entry).slice(0, 300)}`);
  };
}

/** "call failed: provider_failed, status 500", "redis is out of reach (ECONNREFUSED)": the message, and what explains it. */
function told({ msg = '', outcome, reason, hint, code, err, warning }) {
  const deed = [msg, outcome].filter((each) => typeof each === 'string').join(' ');
  const why = [reason, hint].filter((each) => typeof each === 'string').join(', ');
  if (why !== '') return `${deed}: ${why}`;
  if (typeof warning?.message === 'string') return `${deed}: ${placeOf(warning)} ${warning.message}`;
  const detail = err?.message ?? code;
  return detail === undefined || detail === msg ? deed : `${deed} (${detail})`;
}

const placeOf = ({ file, line, key }) => `${file}:${line} ${key}`;

function parse(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
