import { createServer } from 'node:net';
import { Refusal } from '../setup/refusal.mjs';
import { portUser } from './port-user.mjs';

/** Better said before five minutes of set-up than after them. */
export async function assertPortsFree({ number, ports, last }) {
  for (const port of Object.values(ports)) {
    if (await isFree(port)) continue;
    const user = await portUser(port);
    const other = number < last ? number + 1 : 1;
    throw new Refusal(`Port ${port} is in use${user === undefined ? '' : ` by ${user}`}.`, `BLITZ_SLOT=${other} npm start`);
  }
}

/** On both loopback addresses: a browser that opens "localhost" may take either. */
async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }) => resolve(code !== 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
