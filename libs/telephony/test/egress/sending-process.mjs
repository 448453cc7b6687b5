/**
 * The way out in a process of its own, since a test's process has no environment that Node itself would obey. Runs what is
 * built, as services do. Argument: JSON of `{policy, sendings}`. Prints the answers as JSON.
 */
import { AxiosEgress } from '@blitz/telephony';

const { policy, sendings } = JSON.parse(process.argv[2]);
const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
const egress = new AxiosEgress({ ...policy, resolve });
const answers = [];
for (const sending of sendings) answers.push(await egress.send(sending));
egress.close();
process.stdout.write(JSON.stringify(answers));
