// node cpu.mjs <script> <port> : cpu µs per request
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
const require = createRequire(import.meta.url);
const autocannon = require('autocannon');
const [script, port, method = 'GET'] = process.argv.slice(2);
const child = spawn(process.execPath, [script], { stdio: ['ignore', fs.openSync('/tmp/out.log', 'w'), 'inherit'] });
await delay(2000);
const cpu = () => { const s = fs.readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' '); return [Number(s[11]), Number(s[12])]; };
const go = (d) => autocannon({ url: `http://127.0.0.1:${port}/blitz/x`, connections: 20, duration: d, method, ...(method === 'POST' ? { body: 'code=1234&csrf=abcdefghijkl', headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: 'a=b; c=dddd' } } : {}) });
await go(2);
const a = cpu(); const r = await go(4); const b = cpu();
const n = r.requests.total;
console.log(script, process.env.LVL ?? '', method, 'rps', Math.round(r.requests.average), 'user µs', ((b[0] - a[0]) * 1e4 / n).toFixed(1), 'sys µs', ((b[1] - a[1]) * 1e4 / n).toFixed(1), 'non2xx', r.non2xx);
child.kill();
