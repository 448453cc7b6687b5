import { notifications } from '@mantine/notifications';
import { en } from '../words/en.ts';
import { ru } from '../words/ru.ts';

/** Not a hook, for news come from everywhere: the language is that of the page. */
const close = (): string => (document.documentElement.lang === 'ru' ? ru : en).dialog.close;

/** Short news in the corner, read out by screen readers. What needs an answer is a dialog, what went wrong stands where it went wrong. */
export const toast = {
  good: (message: string): void => void notifications.show({ message, color: 'teal', autoClose: 4_000, role: 'status', closeButtonProps: { 'aria-label': close() } }),
  bad: (message: string): void => void notifications.show({ message, color: 'red', autoClose: 10_000, role: 'alert', closeButtonProps: { 'aria-label': close() } }),
};
