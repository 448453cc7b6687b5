import type { components } from '@blitz/admin-client';
import { useSearchParams } from 'react-router';

export type Event = components['schemas']['Event'];
export type EventType = components['schemas']['EventType'];
export type Outcome = components['schemas']['EventOutcome'];

export const textFilters = ['sub', 'address', 'client_id', 'correlation_id', 'actor'] as const;
const single = ['outcome', 'from', 'before', ...textFilters] as const;

export interface EventFilters {
  type?: EventType[];
  outcome?: Outcome;
  from?: string;
  before?: string;
  sub?: string;
  address?: string;
  client_id?: string;
  correlation_id?: string;
  actor?: string;
}

/** What stands in the address is what is asked for: the server says when it is not good. */
export function filtersIn(params: URLSearchParams): EventFilters {
  const found = Object.fromEntries(single.flatMap((name) => (params.get(name) ?? '') === '' ? [] : [[name, params.get(name)]])) as EventFilters;
  const types = params.getAll('type') as EventType[];
  return types.length === 0 ? found : { ...found, type: types };
}

/** As the admin API reads it, and the address of the page. */
export function paramsOf({ type = [], ...rest }: EventFilters): URLSearchParams {
  const params = new URLSearchParams(Object.entries(rest).filter(([, value]) => Boolean(value)));
  for (const each of type) params.append('type', each);
  return params;
}

export interface FilterState {
  readonly filters: EventFilters;
  readonly change: (filters: EventFilters) => void;
  readonly live: boolean;
  readonly setLive: (live: boolean) => void;
  readonly shown: string | null;
  readonly show: (id: string | null) => void;
}

/** All that the page shows is in its address, so that it can be linked to. */
export function useFilterState(): FilterState {
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string | null): void => {
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  };
  return {
    filters: filtersIn(params),
    change: (filters) => {
      const next = paramsOf(filters);
      if (params.has('live')) next.set('live', '1');
      setParams(next);
    },
    live: params.get('live') === '1',
    setLive: (live) => { set('live', live ? '1' : null); },
    shown: params.get('event'),
    show: (id) => { set('event', id); },
  };
}
