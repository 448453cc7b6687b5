import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { templateSource, type Template } from './template.ts';
import { templates } from './templates.ts';

const folder = fileURLToPath(new URL('../../templates/', import.meta.url));
const named = templates.map((template): [string, Template] => [template.id, template]);
const textsOf = (source: string, call: RegExp): string[] => [...source.matchAll(call)].map(([, text]) => text ?? '');

describe('the templates of procedures', () => {
  it('are all in the list, once', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
    expect(templates.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('are strict TypeScript in the language of procedures', () => {
    const { config } = ts.readConfigFile(`${folder}tsconfig.json`, (path) => ts.sys.readFile(path)) as { config: object };
    const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
    const program = ts.createProgram(fileNames, options);
    const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    expect(problems).toEqual([]);
    expect(fileNames.length).toBe(templates.length + 1);
  });

  it.each(named)('%s has its address in one line, and lists its host', (_id, template) => {
    const bases = textsOf(templateSource(template), /^const base = '(https:\/\/[^']+)';$/gm);
    expect(bases.map((base) => new URL(base).host)).toEqual(template.hosts);
    expect(templateSource(template).match(/https?:\/\//g)).toHaveLength(1);
  });

  it.each(named)('%s lists the secrets that it asks for, with words where to find them', (_id, template) => {
    const asked = new Set(textsOf(templateSource(template), /secrets\.get\('([^']+)'\)/g));
    expect([...asked].sort()).toEqual(template.secrets.map(({ name }) => name).sort());
    for (const { help } of template.secrets) expect(help).toMatch(/\.$/);
  });

  it.each(named)('%s has the constants that are to be looked at', (_id, template) => {
    const source = templateSource(template);
    for (const setting of template.settings) expect(source).toMatch(new RegExp(`^const ${setting}\\b`, 'm'));
  });

  it.each(named)('%s says first what is certain and what is to be filled in', (_id, template) => {
    const [head = ''] = templateSource(template).split('*/');
    expect(head).toMatch(/^\/\*\*/);
    expect(head).toMatch(/Certain|Known from/);
    expect(head).toMatch('Fill in:');
  });
});
