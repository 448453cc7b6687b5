const place = 'blitz-console-reloaded';

/** After an update the parts that an open page would still load are gone: the page is loaded again, once. */
export function reloadAfterUpdate(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (sessionStorage.getItem(place) === location.pathname) return;
    sessionStorage.setItem(place, location.pathname);
    event.preventDefault();
    location.reload();
  });
}
