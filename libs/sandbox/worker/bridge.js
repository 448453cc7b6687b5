'use strict';
/**
 * Run in the guest before the prelude. Texts of the guest may hold NUL and lone surrogates, which end or break the C strings that
 * native functions take: so each text crosses as JSON. Captured here, because the program may replace JSON and Error later.
 * The completion value is for the host: it tells what was thrown without running more of the program than its getters.
 */
{
  const { parse, stringify } = JSON;
  const Failure = Error;
  const slice = Function.prototype.call.bind(String.prototype.slice);
  const native = globalThis.__blitz_host;

  const crossing = (value) => {
    if (typeof value !== 'string') throw new Failure('a text was expected');
    if (value.length > 1048576) throw new Failure('the text is longer than 1 MiB');
    return stringify(value);
  };

  globalThis.__blitz_host = (name, first = '', second = '', third = '', fourth = '') => {
    const answer = parse(native(crossing(name), crossing(first), crossing(second), crossing(third), crossing(fourth)));
    if (answer[0] === 'failed') throw new Failure(answer[1]);
    return answer[1];
  };

  const text = (value) => (typeof value === 'string' ? slice(value, 0, 4096) : '');

  const read = (thrown, key) => {
    try {
      return text(thrown[key]);
    } catch {
      return '';
    }
  };

  (thrown) => {
    const isObject = (typeof thrown === 'object' && thrown !== null) || typeof thrown === 'function';
    const message = isObject ? read(thrown, 'message') : text(thrown);
    const name = isObject ? read(thrown, 'name') : '';
    const stack = isObject ? read(thrown, 'stack') : '';
    // No template: QuickJS makes those by a method of String.prototype.
    return '[' + stringify(message) + ',' + stringify(name) + ',' + stringify(stack) + ']';
  };
}
