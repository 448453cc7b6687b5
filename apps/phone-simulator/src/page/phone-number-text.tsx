import { readable } from '../telephone/phone-number.ts';

/** A number whose last four digits stand out: they are what people are asked to type. */
export function PhoneNumberText({ number }: { readonly number: string }) {
  const { start, last } = readable(number);
  return (
    <span class="number">
      {start} <b>{last}</b>
    </span>
  );
}
