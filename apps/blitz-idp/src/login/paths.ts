/** The login's addresses: the vendor's where they are known, the others after their manner. */
export const paths = {
  doorway: '/blitz/login',
  password: '/blitz/login/methods/password',
  postPassword: '/blitz/login/method/password',
  methods: '/blitz/login/methods2',
  flashCall: '/blitz/login/methods2/flashCall',
  postCall: '/blitz/login/method/flashCall',
  postCode: '/blitz/login/method/flashCall/code',
  events: '/blitz/login/method/flashCall/events',
  trust: '/blitz/login/ur/askToTrust',
  cancel: '/blitz/login/cancel',
} as const;

/** A step of the login that returns to `bo`. */
export function to(path: (typeof paths)[keyof typeof paths], bo: string, more: Record<string, string> = {}): string {
  return `${path}?${new URLSearchParams({ bo, ...more }).toString()}`;
}
