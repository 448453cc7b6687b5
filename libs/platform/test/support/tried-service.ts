import { DomainError } from '@blitz/kernel';
import { Body, Controller, Get, Inject, Module, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { allowFormTargets, Correlation, createService, handOver, Log, readEnvironment, Stopping, WebVariables } from '../../src/index.ts';
import type { Service, ServiceOptions } from '../../src/index.ts';

/** Routes that do what the tests want to see from outside. */
@Controller()
class TriedRoutes {
  @Inject(Log) private readonly log!: Log;
  @Inject(Stopping) private readonly stopping!: Stopping;

  @Get('seen')
  seen(@Req() request: FastifyRequest): object {
    const { ip, protocol, host, headers } = request;
    return { ip, protocol, host, forwarded: headers['x-forwarded-for'], correlation: Correlation.current() };
  }

  @Post('form')
  async form(@Body() body: object): Promise<object> {
    await Promise.resolve();
    this.log.info('a form came');
    return { body: { ...body }, correlation: Correlation.current() };
  }

  @Get('refused')
  refused(): never {
    throw new DomainError('entry_refused', { retryAfterSec: 7, type: 'stolen' }, { cause: new Error('open-sesame') });
  }

  @Get('unlisted')
  unlisted(): never {
    throw new DomainError('code_without_status', { hint: 'open-sesame' });
  }

  @Get('broken')
  broken(): never {
    throw Object.assign(new Error('open-sesame'), { statusCode: 418 });
  }

  @Get('items/:id')
  item(): object {
    return { found: true };
  }

  @Get('slow')
  async slow(): Promise<object> {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return { slow: true };
  }

  @Get('page-with-targets')
  targets(@Res({ passthrough: true }) reply: FastifyReply): string {
    allowFormTargets(reply, ['https://app.example.org/callback?a=b']);
    return 'page';
  }

  @Get('stream')
  stream(@Res() reply: FastifyReply): void {
    const { response } = handOver(reply);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: hello\n\n');
    this.stopping.signal.addEventListener('abort', () => response.end('data: bye\n\n'));
  }
}

@Module({ controllers: [TriedRoutes] })
class TriedModule {}

export interface Tried {
  readonly service: Service;
  readonly url: string;
  /** All lines of the log so far. */
  logged(): string;
}

export async function tryService(variables: Record<string, string> = {}, options: Partial<ServiceOptions> = {}): Promise<Tried> {
  const written: string[] = [];
  const { web } = readEnvironment({ BLITZ_LOG_LEVEL: 'debug', ...variables }, { web: WebVariables }, { port: 0, path: '/blitz' });
  const service = await createService({
    name: 'blitz-tried',
    module: TriedModule,
    web,
    prefix: '/blitz/tried',
    statuses: { entry_refused: 429 },
    logTo: { write: (text) => void written.push(text) },
    ...options,
  });
  return { service, url: await service.listen(), logged: () => written.join('') };
}
