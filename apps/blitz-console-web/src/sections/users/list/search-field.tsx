import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useUsersWords } from '../words.ts';

const afterTypingMs = 250;
const longest = 200;

/** One field for everything; what is asked stands in the address. */
export function SearchField({ asked }: { readonly asked: string }) {
  const words = useUsersWords();
  const [, setParameters] = useSearchParams();
  const [typed, setTyped] = useState(asked);
  const sent = useRef(asked);
  const send = (text: string): void => {
    sent.current = text.trim();
    setParameters(sent.current === '' ? {} : { q: sent.current }, { replace: true });
  };
  const sendLater = useDebouncedCallback(send, afterTypingMs);
  // The browser's button led to another search.
  useEffect(() => {
    if (asked !== sent.current) {
      sent.current = asked;
      setTyped(asked);
    }
  }, [asked]);
  const type = (text: string): void => {
    setTyped(text);
    sendLater(text);
  };
  return (
    <form role="search" onSubmit={(event) => { event.preventDefault(); send(typed); }}>
      <TextInput
        label={words.search.label}
        description={words.search.hint}
        placeholder={words.search.placeholder}
        type="search"
        maxLength={longest}
        autoComplete="off"
        spellCheck={false}
        maw="36rem"
        value={typed}
        onChange={(event) => { type(event.currentTarget.value); }}
        leftSection={<IconSearch size={16} aria-hidden="true" />}
        rightSection={typed === '' ? null : <CloseButton size="sm" aria-label={words.search.clear} onClick={() => { setTyped(''); send(''); }} />}
      />
    </form>
  );
}
