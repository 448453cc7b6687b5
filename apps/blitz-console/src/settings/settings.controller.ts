import { ChangeSettings, PreviewChange } from '@blitz/settings';
import { Controller, Inject } from '@nestjs/common';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { Serves } from '../api/serves.ts';
import { CurrentSettings } from './current-settings.ts';
import { describeDefinitions, describePreview } from './describe-settings.ts';
import { inBody, saved } from './refusals.ts';
import { previewSettings, readSettings, readSettingsSchema, saveSettings } from './settings.routes.ts';

/** The settings: what there are, what they say, and another word for them. */
@Controller()
export class SettingsController {
  @Inject(CurrentSettings) private readonly current!: CurrentSettings;
  @Inject(ChangeSettings) private readonly changeSettings!: ChangeSettings;
  @Inject(PreviewChange) private readonly previewChange!: PreviewChange;

  @Serves(readSettingsSchema)
  schema(): Answer<typeof readSettingsSchema> {
    return { definitions: describeDefinitions() };
  }

  @Serves(readSettings)
  read(): Promise<Answer<typeof readSettings>> {
    return this.current.answer();
  }

  @Serves(saveSettings)
  async save(@Asked() { body: changes, ifMatch: expectedVersion, actor }: Asked<typeof saveSettings>): Promise<Answer<typeof saveSettings>> {
    await saved(this.changeSettings.execute({ changes, expectedVersion, actor }), inBody, () => this.current.answer());
    return this.current.answer();
  }

  @Serves(previewSettings)
  async preview(@Asked() { body }: Asked<typeof previewSettings>): Promise<Answer<typeof previewSettings>> {
    return describePreview(await this.previewChange.execute(body));
  }
}
