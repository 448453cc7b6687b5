import { Link, useLocation } from 'react-router';
import { useSession } from '../session/session-context.ts';
import { useWords } from '../words/use-words.ts';
import { sectionAt, sectionsFor } from './sections.ts';
import classes from './shell.module.css';

/** The sections that this person's privileges open. */
export function Navigation() {
  const words = useWords();
  const { privileges } = useSession();
  const here = sectionAt(useLocation().pathname);
  return (
    <ul className={classes['list']}>
      {sectionsFor(privileges).map(({ name, path, icon: Icon }) => (
        <li key={name}>
          <Link to={path} className={classes['link']} aria-current={here?.name === name ? 'page' : undefined}>
            <Icon size={20} stroke={1.75} aria-hidden="true" />
            {words.sections[name]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
