/** The same text but for one character in its middle: the last ones of base64 may hold bits that mean nothing. */
export const altered = (sealed: string): string => sealed.replace(/.(?=.{30}$)/, (one) => (one === 'A' ? 'B' : 'A'));
