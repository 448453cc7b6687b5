import type { Definition } from './schema/definition.ts';
import { expectation } from './schema/expectation.ts';
import { schema, settingKeys } from './schema/schema.ts';
import type { SettingKey } from './schema/schema.ts';

const introduction = `# Settings

Made from the schema in \`libs/settings\`; change it there.

The keys stand in \`blitz.conf\` below the prefix \`blitz.prod.local.idp\` (another \`mode\` or \`group\` in \`boot.conf\` makes another
prefix). What the console saves wins over the file. Keys marked *ours* are not the vendor's but follow its style.
`;

/** All settings as a page of markdown. */
export function settingsReference(): string {
  const rows = settingKeys.map((key) => row(key, schema[key]));
  return [
    introduction,
    '| key | label | value | default | saved by the console |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function row(key: SettingKey, setting: Definition): string {
  const ours = setting.origin === 'ours' ? ' *(ours)*' : '';
  const cells = [
    `\`${key}\`${ours}`,
    `**${setting.label.en}**. ${setting.help.en}`,
    expectation(setting).en,
    initial(setting),
    setting.inConsole ? 'yes' : 'no',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function initial(setting: Definition): string {
  if (setting.kind === 'factors') return 'none: the file must have it';
  if (setting.kind === 'attributes') return setting.default.map(({ name }) => `\`${name}\``).join(', ');
  return `\`${JSON.stringify(setting.default)}\``;
}
