import { createBrowserRouter, type RouteObject } from 'react-router';
import { SessionGate } from './session/session-gate.tsx';
import { Allowed } from './shell/allowed.tsx';
import { BrokenPage } from './shell/broken-page.tsx';
import { Home } from './shell/home.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';

type Section = () => React.JSX.Element;

/** A section is loaded when it is opened; until then the page before stays. */
function section(path: string, load: () => Promise<Section>): RouteObject {
  return {
    path: `${path}/*`,
    lazy: async () => {
      const Loaded = await load();
      return { element: <Allowed><Loaded /></Allowed> };
    },
    errorElement: <BrokenPage />,
  };
}

const sections = [
  section('authentication', () => import('./sections/authentication/section.tsx').then((room) => room.AuthenticationSection)),
  section('authentication/second/flashCall/driver', () => import('./sections/authentication/driver/section.tsx').then((room) => room.DriverSection)),
  section('users', () => import('./sections/users/section.tsx').then((room) => room.UsersSection)),
  section('applications', () => import('./sections/applications/section.tsx').then((room) => room.ApplicationsSection)),
  section('events', () => import('./sections/events/section.tsx').then((room) => room.EventsSection)),
  section('calls', () => import('./sections/calls/section.tsx').then((room) => room.CallsSection)),
  section('administrators', () => import('./sections/administrators/section.tsx').then((room) => room.AdministratorsSection)),
  section('configuration', () => import('./sections/configuration/section.tsx').then((room) => room.ConfigurationSection)),
];

export const router = createBrowserRouter(
  [
    {
      element: <SessionGate><Shell /></SessionGate>,
      hydrateFallbackElement: <></>,
      errorElement: <BrokenPage />,
      children: [{ index: true, element: <Home /> }, ...sections, { path: '*', element: <NotFound /> }],
    },
  ],
  { basename: '/blitz/console' },
);
