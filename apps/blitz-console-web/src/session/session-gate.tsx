import { Center, Container, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { rememberCsrfToken } from '../client/admin-api.ts';
import { problemOf } from '../client/problem.ts';
import { QueryError } from '../ui/states/query-error.tsx';
import { useWords } from '../words/use-words.ts';
import { leaveToLogin } from './leave.ts';
import { readSession, type Session } from './session.ts';
import { SessionContext } from './session-context.ts';

/** Lets only people with a session in; others are led to the login without seeing a page that isn't theirs. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const query = useQuery({ queryKey: ['session'], queryFn: knownSession, staleTime: Infinity, refetchOnWindowFocus: false });
  const nobody = query.error !== null && problemOf(query.error).status === 401;
  useEffect(() => {
    if (nobody) leaveToLogin();
  }, [nobody]);
  if (query.data !== undefined) return <SessionContext value={query.data}>{children}</SessionContext>;
  if (query.error !== null && !nobody) return <Container size="xs" py="xl" component="main"><QueryError error={query.error} again={() => void query.refetch()} /></Container>;
  return <LateLoader />;
}

async function knownSession(): Promise<Session> {
  const session = await readSession();
  rememberCsrfToken(session.csrf_token);
  return session;
}

/** Nothing at first: a wheel that is seen for a blink is only unrest. */
function LateLoader() {
  const words = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return <Center mih="100dvh" component="main">{late && <Loader aria-label={words.loading} />}</Center>;
}
