import { NavLink } from 'react-router';
import classes from './page-tabs.module.css';

export interface PageTab {
  readonly title: string;
  readonly to: string;
  /** The address must be exactly this one, not one below it. */
  readonly exact?: boolean;
}

/** Tabs with an address of their own: links, so that they can be opened in another window and come back with the browser's button. */
export function PageTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly PageTab[] }) {
  return (
    <nav aria-label={label} className={classes['tabs']}>
      {tabs.map(({ title, to, exact = false }) => <NavLink key={to} to={to} end={exact} className={classes['tab'] ?? ''}>{title}</NavLink>)}
    </nav>
  );
}
