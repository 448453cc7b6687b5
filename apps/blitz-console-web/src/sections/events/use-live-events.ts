import { useEffect, useState } from 'react';
import { paramsOf, type Event, type EventFilters } from './event-filters.ts';

const most = 500;

export type LiveState = 'off' | 'connecting' | 'on' | 'broken' | 'over' | 'missed';

/** Events as they are written, the newest first. The browser itself goes on where a connection broke. */
export function useLiveEvents(filters: EventFilters, on: boolean, reload: () => void): { readonly state: LiveState; readonly events: readonly Event[] } {
  const query = String(paramsOf(filters));
  const [seen, setSeen] = useState<{ readonly state: LiveState; readonly events: readonly Event[] }>({ state: 'off', events: [] });
  useEffect(() => {
    if (!on) {
      setSeen({ state: 'off', events: [] });
      return undefined;
    }
    setSeen({ state: 'connecting', events: [] });
    const state = (next: LiveState): void => { setSeen((now) => ({ ...now, state: next })); };
    const source = new EventSource(`/blitz/admin/api/v1/events/live?${query}`);
    source.onopen = () => {
      state('on');
      // What was written between the list and now.
      reload();
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as Event;
      // One may come a second time.
      setSeen((now) => ({ state: 'on', events: now.events.some(({ id }) => id === event.id) ? now.events : [event, ...now.events].slice(0, most) }));
    };
    source.addEventListener('missed', () => {
      state('missed');
      reload();
    });
    source.addEventListener('ended', () => {
      source.close();
      state('over');
      // Why, is said by the answer to the next request.
      reload();
    });
    source.onerror = () => { state(source.readyState === EventSource.CLOSED ? 'over' : 'broken'); };
    return () => { source.close(); };
  }, [query, on]);
  return seen;
}
