import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import classes from './page-tabs.module.css';

export interface PageTab {
  readonly title: string;
  readonly to: string;
  /** The address must be exactly this one, not one below it. */
  readonly exact?: boolean;
}

/** Tabs with an address of their own: links, so that they can be opened in another window and come back with the browser's button. */
export function PageTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly PageTab[] }) {
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const [at, here] = [bar.current, bar.current?.querySelector<HTMLElement>('[aria-current]')];
    // On a phone the tabs can be pushed aside; only they move, not the page.
    if (at !== null && here instanceof HTMLElement) at.scrollLeft = here.offsetLeft - at.offsetLeft - (at.clientWidth - here.offsetWidth) / 2;
  }, [pathname, tabs.length]);
  return (
    <nav aria-label={label} className={classes['tabs']} ref={bar}>
      {tabs.map(({ title, to, exact = false }) => <NavLink key={to} to={to} end={exact} className={classes['tab'] ?? ''}>{title}</NavLink>)}
    </nav>
  );
}
