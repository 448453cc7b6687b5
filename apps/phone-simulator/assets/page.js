// Keeps the page as the server would draw it now: after every event the page is fetched and its marked regions are
// exchanged. So there is one way to draw things, the server's, and without this script a reload does the same.
const regions = () => [...document.querySelectorAll('[data-region]')];
const drawn = new Map(regions().map((region) => [region.dataset.region, region.innerHTML]));
const live = document.querySelector('.live');
let ringEnds;
let drawing = Promise.resolve();
let leftOut = false;

/** Times as the reader's own clock has them. */
function localiseTimes(root) {
  for (const time of root.querySelectorAll('time')) time.textContent = new Date(time.dateTime).toLocaleTimeString();
}

/** Somebody chooses or types there: it must not be taken from under the hand. */
const isInUse = (region) => region.contains(document.activeElement) && document.activeElement.matches('select, input');

function exchange(region, fresh) {
  const name = region.dataset.region;
  region.className = fresh.className;
  if (drawn.get(name) === fresh.innerHTML) return;
  if (isInUse(region)) {
    leftOut = true;
    return;
  }
  drawn.set(name, fresh.innerHTML);
  const focused = region.contains(document.activeElement) ? document.activeElement.id : '';
  localiseTimes(fresh);
  region.replaceChildren(...fresh.childNodes);
  if (focused) document.getElementById(focused)?.focus();
}

/** The ringing stops by itself, and no event tells of it. */
function awaitEndOfRinging() {
  clearTimeout(ringEnds);
  const phone = document.querySelector('[data-region="phone"]');
  if (phone?.classList.contains('ringing')) ringEnds = setTimeout(redraw, Number(phone.dataset.ringMs));
}

async function draw() {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const fresh = new window.DOMParser().parseFromString(await response.text(), 'text/html');
  document.title = fresh.title;
  for (const region of regions()) {
    const counterpart = fresh.querySelector(`[data-region="${region.dataset.region}"]`);
    if (counterpart) exchange(region, counterpart);
  }
  awaitEndOfRinging();
}

/** One after the other: an older answer must not overtake a newer one. */
function redraw() {
  drawing = drawing.then(draw).catch(() => undefined);
}

function say(connected) {
  live.hidden = false;
  live.textContent = connected ? live.dataset.live : live.dataset.offline;
  live.classList.toggle('lost', !connected);
}

localiseTimes(document);
awaitEndOfRinging();
if (regions().length > 0) {
  const events = new EventSource('/api/events');
  events.addEventListener('call', redraw);
  events.addEventListener('phones', redraw);
  events.addEventListener('open', () => {
    say(true);
    redraw();
  });
  events.addEventListener('error', () => say(false));
  document.addEventListener('focusout', () => {
    if (!leftOut) return;
    leftOut = false;
    setTimeout(redraw);
  });
}
