/** What the phone does, as far as the provider tells: for the person's page. It opens and closes nothing. */
export const rings = ['ringing', 'busy', 'answered', 'unreachable'] as const;
export type Ring = (typeof rings)[number];
