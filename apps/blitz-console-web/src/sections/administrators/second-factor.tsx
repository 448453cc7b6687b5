import { Text } from '@mantine/core';
import { Status } from '../../ui/states/status.tsx';
import type { Administrator } from './administrators-data.ts';
import { useAdministratorsWords } from './words.ts';

type Factor = Administrator['second_factor'];

/** Whether somebody could log in to the console, in a word. */
export function FactorStatus({ factor }: { readonly factor: Factor }) {
  const words = useAdministratorsWords();
  return <Status kind={factor.state === 'usable' ? 'good' : 'notice'}>{words.factor[factor.state]}</Status>;
}

/** And what to do about it when not. */
export function FactorHint({ factor }: { readonly factor: Factor }) {
  const { factorHint } = useAdministratorsWords();
  return <Text size="sm">{factor.state === 'usable' ? factorHint.usable((factor.number ?? '').replaceAll(' ', '\u00a0')) : factorHint[factor.state]}</Text>;
}
