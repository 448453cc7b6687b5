// Behind a one-time link: what stands behind the # leaves the address at once and goes to the console when the button is pressed.
const button = document.querySelector('[data-enter]');
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname + location.search);

if (token === '') {
  location.replace(button.dataset.refused);
} else {
  button.hidden = false;
  // The page in another language is the same link.
  for (const link of document.querySelectorAll('a[hreflang]')) link.hash = token;
  button.addEventListener('click', () => {
    button.disabled = true;
    fetch(button.dataset.enter, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) })
      .then(async (answer) => {
        if (answer.status >= 500) throw new Error('try again');
        location.replace(answer.ok ? (await answer.json()).location : button.dataset.refused);
      })
      .catch(() => {
        button.disabled = false;
      });
  });
}
