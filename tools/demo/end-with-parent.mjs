/**
 * Preloaded into every service of the demo: its standard input is a pipe from the process that started it. When the pipe
 * ends, that process is gone, perhaps killed and unable to say goodbye, and the service stops as if asked to.
 */
let asked = false;

process.stdin.on('end', stop).on('close', stop).on('error', stop).resume().unref();

function stop() {
  if (asked) return;
  asked = true;
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref();
  process.kill(process.pid, 'SIGTERM');
}
