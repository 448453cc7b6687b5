import { notifications } from '@mantine/notifications';

/** Short news in the corner, read out by screen readers. What needs an answer is a dialog, what went wrong stands where it went wrong. */
export const toast = {
  good: (message: string): void => void notifications.show({ message, color: 'teal', autoClose: 4_000, role: 'status' }),
  bad: (message: string): void => void notifications.show({ message, color: 'red', autoClose: 10_000, role: 'alert' }),
};
