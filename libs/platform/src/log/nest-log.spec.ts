import { describe, expect, it } from '@jest/globals';
import { createLogs } from './create-log.ts';
import { NestLog } from './nest-log.ts';

function heard(speak: (log: NestLog) => void): readonly unknown[] {
  const written: string[] = [];
  speak(new NestLog(createLogs('blitz-test', 'debug', { write: (text) => void written.push(text) }).log));
  return written.map((line) => JSON.parse(line) as unknown);
}

describe('what Nest says', () => {
  it.each(['RoutesResolver', '_RoutesResolver', '_RoutesResolver2'])('about its wiring, as %s, is for those who debug it', (context) => {
    expect(heard((log) => { log.log('Mapped {/a, GET} route', context); })).toEqual([
      expect.objectContaining({ level: 'debug', context: 'RoutesResolver' }),
    ]);
  });

  it.each(['_ExceptionHandler', 'NestApplication'])('as %s about what keeps a service from starting is left to whoever tells it once', (context) => {
    const error = new Error('no store');
    expect(heard((log) => { log.error(error, context); })).toEqual([expect.objectContaining({ level: 'debug', msg: 'no store' })]);
    expect(heard((log) => { log.error(error, 'Somebody'); })).toEqual([expect.objectContaining({ level: 'error', context: 'Somebody' })]);
  });
});
