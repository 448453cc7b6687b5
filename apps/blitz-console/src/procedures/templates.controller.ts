import { Controller } from '@nestjs/common';
import { DomainError } from '@blitz/kernel';
import { declarations, templates, templateSource, type ProcedureErrorCode } from '@blitz/procedures';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { Serves } from '../api/serves.ts';
import { describeTemplate } from './describe-procedure.ts';
import { listTemplates, readLanguage, readTemplate } from './driver.routes.ts';

/** What there is to write procedures with. */
@Controller()
export class TemplatesController {
  @Serves(listTemplates)
  list(): Answer<typeof listTemplates> {
    return { items: templates.map(describeTemplate) };
  }

  @Serves(readTemplate)
  read(@Asked() { params }: Asked<typeof readTemplate>): Answer<typeof readTemplate> {
    const template = templates.find(({ id }) => id === params.id);
    if (template === undefined) throw new DomainError<ProcedureErrorCode>('template_unknown');
    return { ...describeTemplate(template), source: templateSource(template) };
  }

  @Serves(readLanguage)
  language(): Answer<typeof readLanguage> {
    return { declarations: declarations() };
  }
}
