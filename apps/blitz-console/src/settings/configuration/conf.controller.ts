import { effectiveSettings, ImportConf, SettingsStore, writeBlitzConf } from '@blitz/settings';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Answer } from '../../api/answer.ts';
import { Asked } from '../../api/asked.ts';
import { FieldsInvalid } from '../../api/fields-invalid.ts';
import { Serves } from '../../api/serves.ts';
import { ConfFile } from '../conf-file.ts';
import { CurrentSettings } from '../current-settings.ts';
import { describePreview } from '../describe-settings.ts';
import { inBody, saved } from '../refusals.ts';
import { exportConf, importConf, longestConf, previewConf, readConfFile } from './configuration.routes.ts';

/** blitz.conf: what is odd in it, and settings that go out as one and come back from one. */
@Controller()
export class ConfController {
  @Inject(ConfFile) private readonly file!: ConfFile;
  @Inject(SettingsStore) private readonly store!: SettingsStore;
  @Inject(CurrentSettings) private readonly current!: CurrentSettings;
  @Inject(ImportConf) private readonly importConf!: ImportConf;

  @Serves(readConfFile)
  read(): Answer<typeof readConfFile> {
    const { path, prefix, warnings } = this.file.settings;
    return { path, prefix, warnings: warnings.map((each) => ({ ...each })) };
  }

  @Serves(exportConf)
  async export(@Res() reply: FastifyReply): Promise<void> {
    const { values } = effectiveSettings(this.file.settings, (await this.store.latest())?.values ?? {});
    reply.header('content-type', 'text/plain; charset=utf-8').header('content-disposition', 'attachment; filename="blitz.conf"');
    await reply.send(writeBlitzConf(values, this.file.settings.prefix));
  }

  @Serves(previewConf)
  async preview(@Asked() { body }: Asked<typeof previewConf>): Promise<Answer<typeof previewConf>> {
    const { wrong, unknown, lines, ...preview } = await this.importConf.preview(assertBearable(body.text));
    return {
      wrong: wrong.map(({ line, key, expected }) => ({ line, key, expected })),
      unknown: unknown.map(({ line, key, why, message }) => ({ line, key, why, message })),
      lines: { ...lines },
      ...describePreview(preview),
    };
  }

  @Serves(importConf)
  async import(@Asked() { body, ifMatch: expectedVersion, actor }: Asked<typeof importConf>): Promise<Answer<typeof importConf>> {
    const work = this.importConf.execute({ text: assertBearable(body.text), expectedVersion, actor });
    await saved(work, inBody, () => this.current.answer());
    return this.current.answer();
  }
}

/** In bytes: characters can be written in many ways. */
function assertBearable(text: string): string {
  if (Buffer.byteLength(text) <= longestConf) return text;
  throw new FieldsInvalid([{ pointer: '/body/text', rule: 'maxLength', expected: `must have at most ${longestConf} bytes`, limit: longestConf }]);
}
