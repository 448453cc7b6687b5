import { SimpleGrid, Text } from '@mantine/core';
import { Panel } from '../../ui/page/panel.tsx';
import { QueryView } from '../../ui/states/query-view.tsx';
import { useRoles } from './administrators-data.ts';
import { useAdministratorsWords } from './words.ts';

/** What each role allows, as the server has it. */
export function RolesExplained() {
  const words = useAdministratorsWords();
  return (
    <Panel title={words.explained.title} lead={words.explained.lead}>
      <QueryView query={useRoles()}>
        {(roles) => (
          <SimpleGrid component="dl" cols={{ base: 1, sm: 2 }} spacing="lg" verticalSpacing="md" m={0}>
            {roles.map(({ role, privileges }) => (
              <div key={role}>
                <Text component="dt" fw={600}>{words.roles[role]}</Text>
                <Text component="dd" size="sm" m={0}>{privileges.map((each) => words.privileges[each]).join(', ')}</Text>
              </div>
            ))}
          </SimpleGrid>
        )}
      </QueryView>
    </Panel>
  );
}
