/* Before anything is drawn: the theme and the language that were chosen, so that no wrong ones are seen first. */
(function () {
  var root = document.documentElement;
  var chosen = read('blitz-console-theme');
  var dark = chosen === 'dark' || (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  root.style.colorScheme = dark ? 'dark' : 'light';
  var language = read('blitz-console-language') || navigator.language;
  root.lang = /^ru\b/i.test(language) ? 'ru' : 'en';

  function read(name) {
    try {
      return window.localStorage.getItem(name);
    } catch {
      return null;
    }
  }
})();
