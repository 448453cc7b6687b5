// The code page as the call gets on: state, tries and time as the server tells them, and the boxes of the code.
import { countDown, holdBack } from './countdown.js';

const call = document.getElementById('call');
const texts = JSON.parse(call.dataset.texts);
const code = document.getElementById('code');
const boxes = code.parentNode;
const cells = [...boxes.querySelectorAll('.cells span')];
const again = document.querySelector('.call-again button');
const patience = 3000;
// Too many calls: the page knows for how long, the call doesn't.
const limitedUntil = performance.now() + Number(again.dataset.limited ?? 0) * 1000;
let made = call.dataset.made !== undefined;
let offered = false;
let leaving = false;

// What is being sent must arrive: the event that tells of its success may overtake its answer, and would cut it off.
document.addEventListener('submit', () => (leaving = true));

// Whatever this page can't show itself, the server shows.
function leave() {
  if (leaving) return;
  leaving = true;
  location.replace(call.dataset.page);
}

function putForward() {
  document.getElementById('other-methods')?.setAttribute('data-forward', '');
}
again.addEventListener('free', putForward);

function expire(seconds) {
  const clock = document.querySelector('.clock');
  document.getElementById('expiry').hidden = false;
  if (seconds > 0) countDown(clock, seconds, (left) => (clock.textContent = left), () => setTimeout(leave, 1000));
}
for (const clock of document.querySelectorAll('[data-left]')) expire(Number(clock.dataset.left));

// Sent once by itself, when exactly the wanted digits stand there and the call was made; typed too early, they wait for it.
function offer() {
  const complete = /^\p{Nd}+$/u.test(code.value) && code.value.length === cells.length;
  if (!complete || offered || !made) return;
  offered = true;
  code.form.requestSubmit();
}

function draw() {
  const typed = code.value.length;
  boxes.classList.toggle('full', typed >= cells.length);
  cells.forEach((cell, at) => cell.classList.toggle('next', at === Math.min(typed, cells.length - 1)));
}

code.addEventListener('input', (event) => {
  // A pasted or filled-in whole number counts as its last digits.
  const digits = code.value.match(/\p{Nd}/gu) ?? [];
  if (event.inputType !== 'insertText' && digits.length >= cells.length) code.value = digits.slice(-cells.length).join('');
  draw();
  offer();
});
boxes.classList.add('drawn');
draw();

function told({ state, live, triesLeft, expiresInSec, nextCallInSec }) {
  const tries = Number(document.querySelector('[data-tries]').dataset.tries);
  if (state === 'closed' || state === 'confirmed' || (triesLeft ?? tries) !== tries) return leave();
  const shown = live ?? state;
  if (texts[shown] && call.dataset.state !== shown) {
    call.dataset.state = shown;
    document.getElementById('call-text').textContent = texts[shown];
  }
  if (['unreachable', 'busy', 'slow'].includes(shown)) putForward();
  document.getElementById('by-mistake').hidden = ['answered', 'busy', 'unreachable'].includes(shown);
  if (expiresInSec !== undefined) expire(expiresInSec);
  if (nextCallInSec !== undefined) holdBack(again, Math.max(nextCallInSec, (limitedUntil - performance.now()) / 1000));
  made = state === 'awaiting';
  offer();
}

function listen() {
  const events = new EventSource(call.dataset.events);
  events.onmessage = ({ data }) => told(JSON.parse(data));
  events.onerror = async () => {
    // A lost connection is taken up again by the browser itself. Given up: a refusal (4xx) is for good, anything else passes.
    if (events.readyState !== EventSource.CLOSED) return;
    const asked = await fetch(call.dataset.events).catch(() => undefined);
    asked?.body?.cancel();
    const refused = asked !== undefined && asked.status >= 400 && asked.status < 500;
    if (!refused) setTimeout(listen, patience);
  };
}
listen();

window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  leaving = false;
  leave();
});
