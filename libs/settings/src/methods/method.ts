import type { CallLack } from './call-readiness.ts';

/** What keeps a method from being switched on. */
export type MethodLack = CallLack | { readonly what: 'settings_not_saved' | 'not_supported'; readonly about?: undefined };

/** A method as the administrator sees it. */
export interface Method {
  readonly id: string;
  readonly enabled: boolean;
  /** `not_supported`: in the file's list, but no method of this version; `not_configured`: its settings were never confirmed. */
  readonly state: 'not_supported' | 'not_configured' | 'off' | 'on';
  readonly missing: readonly MethodLack[];
}
