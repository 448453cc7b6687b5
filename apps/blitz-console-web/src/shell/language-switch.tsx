import { Button, Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useLanguage } from '../words/language-context.tsx';
import { languages } from '../words/language.ts';
import { useWords } from '../words/use-words.ts';

export function LanguageSwitch() {
  const words = useWords();
  const { language, choose } = useLanguage();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" px="xs" aria-label={`${words.language}: ${language.toUpperCase()}`}>{language.toUpperCase()}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map(({ code, name }) => (
          <Menu.Item key={code} lang={code} onClick={() => choose(code)} aria-current={code === language} rightSection={code === language ? <IconCheck size={16} aria-hidden="true" /> : undefined}>{name}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
