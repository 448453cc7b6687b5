import { List, SimpleGrid, Stack, Text } from '@mantine/core';
import { Panel } from '../../ui/page/panel.tsx';
import { useLanguage } from '../../words/language-context.tsx';
import type { Settings } from '../settings-data.ts';
import { useSettingsWords } from '../words.ts';
import classes from './guessing-odds.module.css';

type Judged = Pick<Settings, 'odds' | 'shortfalls'>;

/** How likely a code is guessed with what is typed here, and where the standard asks for more. */
export function GuessingOdds({ odds, shortfalls }: Judged) {
  const words = useSettingsWords().odds;
  const { language } = useLanguage();
  const figures = [
    [odds.per_login, words.perLogin],
    [odds.until_block, words.untilBlock],
    [odds.per_day, words.perDay],
  ] as const;
  return (
    <Panel title={words.title} lead={words.lead}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} aria-live="polite" component="dl" m={0}>
        {figures.map(([count, when]) => (
          <div key={when} className={classes['figure']}>
            <dt>{when}</dt>
            <dd>{words.oneIn(count)}</dd>
          </div>
        ))}
      </SimpleGrid>
      {shortfalls.length > 0 && (
        <Stack gap={4}>
          <Text fw={600} size="sm">{words.nist}</Text>
          <Text c="dimmed" size="sm">{words.nistLead}</Text>
          <List size="sm">{shortfalls.map(({ because }) => <List.Item key={because.en}>{because[language]}</List.Item>)}</List>
        </Stack>
      )}
    </Panel>
  );
}

/** The odds that belong to one field, and what the standard says of it. */
export function OddsBeside({ judged, name, figures }: { readonly judged: Judged; readonly name: string; readonly figures: readonly (keyof Settings['odds'])[] }) {
  const words = useSettingsWords().odds;
  const { language } = useLanguage();
  const when = { per_login: words.perLogin, until_block: words.untilBlock, per_day: words.perDay };
  return (
    <div className={classes['beside']}>
      {figures.map((figure) => <Text key={figure} size="sm">{words.beside(judged.odds[figure], when[figure])}</Text>)}
      {judged.shortfalls.filter(({ key }) => key === name).map(({ because }) => <Text key={because.en} size="sm" c="var(--notice)">{because[language]}</Text>)}
    </div>
  );
}
