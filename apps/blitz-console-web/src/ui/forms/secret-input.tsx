import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '../../words/use-words.ts';

/** For a secret that is typed: hidden, with a button that shows it, and never offered or kept by the browser as a login. */
export function SecretInput(props: PasswordInputProps) {
  const words = useWords();
  return <PasswordInput autoComplete="new-password" spellCheck={false} visibilityToggleButtonProps={{ 'aria-label': words.secret.toggle, tabIndex: 0 }} {...props} />;
}
