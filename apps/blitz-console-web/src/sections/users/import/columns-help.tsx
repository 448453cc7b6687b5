import { Code, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../../ui/states/query-view.tsx';
import { labelOf } from '../attribute-inputs.tsx';
import { attributesQuery } from '../users-queries.ts';
import { useUsersWords } from '../words.ts';

/** Which columns a file may have: as this directory is set up. */
export function ColumnsHelp() {
  const words = useUsersWords();
  const query = useQuery(attributesQuery);
  const { imports, fields } = words;
  const special = Object.entries(imports.special);
  return (
    <>
      <Text>{imports.columnsText}</Text>
      <QueryView query={query} own={words.problems}>
        {({ items }) => (
          <List spacing={4} withPadding={false}>
            {items.map(({ name, required }) => <List.Item key={name}><Code>{name}</Code> {labelOf(words, name) === name ? '' : labelOf(words, name)}{required ? ` (${fields.required})` : ''}</List.Item>)}
            {special.map(([name, text]) => <List.Item key={name}><Code>{name}</Code> {text}</List.Item>)}
          </List>
        )}
      </QueryView>
    </>
  );
}
