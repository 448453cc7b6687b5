// Comfort on every page; all of them work without it.
import { holdBack } from './countdown.js';

const all = (selector) => document.querySelectorAll(selector);

for (const button of all('[data-wait]')) {
  button.addEventListener('free', () => {
    for (const words of all('[data-when-free]')) words.textContent = words.dataset.whenFree;
  });
  if (button.dataset.wait !== '0') holdBack(button, Number(button.dataset.wait));
}

// The server doesn't know where the person is; the browser does.
for (const time of all('time[data-today]')) {
  const at = new Date(time.dateTime);
  const part = (options) => at.toLocaleString(document.documentElement.lang === 'en' ? 'en-GB' : 'ru', options);
  const text = at.toDateString() === new Date().toDateString() ? time.dataset.today : time.dataset.anotherDay;
  time.textContent = text
    .replace('{day}', part({ day: 'numeric', month: 'long' }))
    .replace('{clock}', part({ hour: '2-digit', minute: '2-digit' }));
}

for (const button of all('[data-reveal]')) {
  const input = document.getElementById(button.dataset.reveal);
  button.hidden = false;
  button.addEventListener('click', () => {
    input.type = input.type === 'password' ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(input.type === 'text'));
  });
}

// Once is enough: until the answer comes, a form can't be sent a second time.
let asleep = [];
function wake() {
  for (const button of asleep) button.disabled = false;
  asleep = [];
  for (const form of document.forms) delete form.dataset.sent;
}
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = '';
  // Not before the form was read: a disabled button's name and value would be missing.
  setTimeout(() => {
    asleep = [...form.querySelectorAll('button:enabled')];
    for (const button of asleep) button.disabled = true;
  });
  setTimeout(wake, 15_000);
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted) wake();
});
