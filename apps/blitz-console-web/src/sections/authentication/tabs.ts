import type { PageTab } from '../../ui/page/page-tabs.tsx';
import { useMethods } from '../../settings/settings-data.ts';
import { useAuthenticationWords } from './words.ts';

/** Addresses of this section that others lead to. */
export const places = {
  general: '/authentication/general',
  password: '/authentication/password',
  first: '/authentication/first',
  second: '/authentication/second',
  flashCall: '/authentication/second/flashCall',
  driver: '/authentication/second/flashCall/driver',
} as const;

/** The tabs of Authentication: those of the incoming call come with the method, and its driver when the settings were saved. */
export function useAuthenticationTabs(): readonly PageTab[] {
  const words = useAuthenticationWords().tabs;
  const { data } = useMethods();
  const call = data?.body.second.find(({ id }) => id === 'flashCall');
  return [
    { title: words.general, to: places.general },
    { title: words.password, to: places.password },
    { title: words.first, to: places.first },
    { title: words.second, to: places.second, exact: true },
    ...(call === undefined ? [] : [{ title: words.flashCall, to: places.flashCall, exact: true }]),
    ...(call === undefined || call.state === 'not_configured' ? [] : [{ title: words.driver, to: places.driver }]),
  ];
}
