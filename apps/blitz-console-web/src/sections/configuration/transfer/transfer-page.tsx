import { Button, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Panel } from '../../../ui/page/panel.tsx';
import { ConfigurationPage } from '../configuration-page.tsx';
import { ImportConf } from './import-conf.tsx';
import { useConfigurationWords } from '../words.ts';

/** Settings as a blitz.conf: out and in. */
export function TransferPage() {
  const words = useConfigurationWords();
  return (
    <ConfigurationPage title={words.tabs.transfer} lead={words.transfer.lead}>
      <Panel title={words.transfer.exportTitle}>
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{words.transfer.exportText}</Text>
          <Button component="a" href="/blitz/admin/api/v1/settings/export" download="blitz.conf" variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />}>{words.transfer.export}</Button>
        </Stack>
      </Panel>
      <ImportConf />
    </ConfigurationPage>
  );
}
