// Seconds come from the server; they are counted on a clock that nobody can set.
const timers = new Map();

export function countDown(element, seconds, show, done) {
  clearInterval(timers.get(element));
  const end = performance.now() + seconds * 1000;
  const tick = () => {
    const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    show(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`);
    if (left > 0) return;
    clearInterval(timers.get(element));
    done();
  };
  timers.set(element, setInterval(tick, 250));
  tick();
}

// A button that may not be pressed yet says how long; `free` is told to whom it concerns.
export function holdBack(button, seconds) {
  button.dataset.text ??= button.textContent;
  if (seconds <= 0) {
    clearInterval(timers.get(button));
    button.disabled = false;
    button.textContent = button.dataset.text;
    button.dispatchEvent(new Event('free'));
    return;
  }
  button.disabled = true;
  const show = (left) => (button.textContent = button.dataset.waitText.replace('{left}', left));
  countDown(button, seconds, show, () => holdBack(button, 0));
}
