import { ProcedureLoop, programOf } from '@blitz/procedures';
import { QuickJsSandbox } from '@blitz/sandbox';
import { TypeScriptCompiler } from '@blitz/sandbox/compiler';
import { templates, templateSource } from '@blitz/procedures';
import { median, quantile } from '../statistics.mjs';

const calls = 3_000;
const runs = 3;

/** What a call costs beside its request: the vendor's example run twice in a warm sandbox, with a provider that answers at once. */
export async function procedures() {
  const sandbox = new QuickJsSandbox();
  try {
    const call = await caller(sandbox);
    for (let warm = 0; warm < 500; warm += 1) await call();
    const [p50, p99] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      const took = [];
      for (let at = 0; at < calls; at += 1) {
        const began = performance.now();
        await call();
        took.push(performance.now() - began);
      }
      p50.push(quantile(took, 0.5));
      p99.push(quantile(took, 0.99));
    }
    const name = 'procedure overhead, two warm runs';
    const [middle, late] = [median(p50), median(p99)];
    return [
      { name: `${name}: p50`, value: middle, unit: 'ms', target: '≤ 0.5 ms', ok: middle <= 0.5 },
      { name: `${name}: p99`, value: late, unit: 'ms', target: '≤ 3 ms', ok: late <= 3 },
    ];
  } finally {
    sandbox.close();
  }
}

async function caller(sandbox) {
  const template = templates.find(({ id }) => id === 'vendor-example');
  const compiler = new TypeScriptCompiler();
  const { compiled, problems } = await compiler.compile(templateSource(template));
  await compiler.close();
  if (problems) throw new Error(JSON.stringify(problems));
  const procedure = { ...compiled, key: 'bench', version: 1, name: 'bench', source: '', hosts: template.hosts, secrets: ['token'] };
  const runnable = { procedure, program: programOf(procedure), secrets: { token: 'bench' } };
  const response = { status: 200, headers: { 'content-type': 'application/json' }, text: '{"SenderID":"+79580001234"}' };
  const egress = { send: async () => ({ kind: 'response', response }) };
  const loop = new ProcedureLoop(sandbox, egress, { now: Date.now });
  const obj = { phone_number: '+79161234567', code_length: 4, code: '0042', random: 0.5, request_id: 'bench', locale: 'en', ip: '', callback_url: '' };
  return async () => {
    const finished = await loop.execute({ runnable, entryPoint: 'run', obj, deadline: Date.now() + 60_000, correlation: '' });
    if (finished.kind !== 'ok') throw new Error(`the procedure failed: ${finished.code}`);
  };
}
