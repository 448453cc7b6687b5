import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/admin-api.ts';
import { answer } from '../../client/answer.ts';
import { useEventsWords } from './words.ts';

const typingMs = 250;

interface PersonFieldProps {
  /** The `sub` of an account, or nothing. */
  readonly value: string | undefined;
  readonly change: (sub: string | undefined) => void;
}

/** A person, found as in the list of users: by login, name, number or e-mail address. */
export function PersonField({ value, change }: PersonFieldProps) {
  const words = useEventsWords();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), typingMs);
  const { data } = useQuery({
    queryKey: ['users', 'pick', q],
    queryFn: ({ signal }) => answer(api.GET('/blitz/admin/api/v1/users', { params: { query: { q, limit: 10 } }, signal })),
    enabled: q !== '',
  });
  const found = (data?.items ?? []).map(({ sub, login, name }) => ({ value: sub, label: name === null ? login : `${login} · ${name}` }));
  // Who was chosen stays to be seen while somebody else is looked for.
  const [chosen, setChosen] = useState<{ readonly value: string; readonly label: string }>();
  const known = [...found, ...(chosen === undefined ? [] : [chosen]), ...(value === undefined ? [] : [{ value, label: value }])];
  const options = known.filter((option, at) => known.findIndex((other) => other.value === option.value) === at);
  return (
    <Select
      label={words.filters.sub}
      placeholder={words.filters.personHint}
      data={options}
      value={value ?? null}
      searchable
      clearable
      filter={(input) => input.options}
      onSearchChange={setTyped}
      onChange={(sub, option) => {
        setChosen(option ?? undefined);
        change(sub ?? undefined);
      }}
      nothingFoundMessage={words.filters.nobody}
      maxDropdownHeight={280}
    />
  );
}
