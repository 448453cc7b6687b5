import type { AccountImports } from '@blitz/accounts';

const atOnce = 1_000;
/** For programs that would read it in another encoding otherwise. */
const bom = '\uFEFF';

/** The report of an import, as much at a time as is sent. Its texts are ours: none of them is from the file. */
export async function* reportCsv(imports: AccountImports, id: string): AsyncIterable<string> {
  yield `${bom}line,column,kind,rule,expected\r\n`;
  for (let after = 0; ; ) {
    const remarks = await imports.remarks(id, { after, limit: atOnce });
    if (remarks.length > 0) yield remarks.map(({ line, field, kind, rule, expected }) => `${[String(line), field, kind, rule, expected].map(quoted).join(',')}\r\n`).join('');
    const last = remarks.at(-1);
    if (last === undefined || remarks.length < atOnce) return;
    after = last.position;
  }
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
