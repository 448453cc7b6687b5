import { Controller, Get, Inject } from '@nestjs/common';
import { Environment } from '../assembly/tokens.ts';
import { openApiDocument } from './open-api-document.ts';
import { allRoutes } from './sections.ts';

/** What the admin API looks like, for people and generators. */
@Controller('admin/api/v1/openapi.json')
export class DocumentController {
  @Inject(Environment) private readonly environment!: Environment;
  #document: object | undefined;

  @Get()
  read(): object {
    const { web, issuer } = this.environment.value;
    return (this.#document ??= openApiDocument(allRoutes, { server: new URL('/', web.publicUrl).href, tokens: `${issuer.issuer.replace(/\/$/, '')}/oauth/te` }));
  }
}
