import { BrowseVersions, CompareWithFile, PreviewChange, RestoreVersion, type StampedVersion } from '@blitz/settings';
import { Controller, Inject } from '@nestjs/common';
import type { Answer } from '../../api/answer.ts';
import { Asked } from '../../api/asked.ts';
import { limitOf, openCursor, sealCursor } from '../../api/cursor.ts';
import { Serves } from '../../api/serves.ts';
import { moment } from '../../api/words.ts';
import { CurrentSettings } from '../current-settings.ts';
import { describePreview, describeProblem } from '../describe-settings.ts';
import { inBody, saved } from '../refusals.ts';
import { AuthorNames } from './author-names.ts';
import { browseVersions, compareSettings, previewVersion, restoreVersion } from './configuration.routes.ts';

/** What was saved over the file, by whom and when, and the way back. */
@Controller()
export class ConfigurationController {
  @Inject(CurrentSettings) private readonly current!: CurrentSettings;
  @Inject(CompareWithFile) private readonly compareWithFile!: CompareWithFile;
  @Inject(BrowseVersions) private readonly versions!: BrowseVersions;
  @Inject(RestoreVersion) private readonly restoreVersion!: RestoreVersion;
  @Inject(PreviewChange) private readonly previewChange!: PreviewChange;
  @Inject(AuthorNames) private readonly names!: AuthorNames;

  @Serves(compareSettings)
  async compare(): Promise<Answer<typeof compareSettings>> {
    const { version, entries, ignored } = await this.compareWithFile.execute();
    const author = await this.names.of(entries.map(({ by }) => by.author));
    const described = entries.map(({ by, ...each }) => ({ ...each, by: { version: by.version, author: author(by.author), at: moment(by.at) } }));
    return { version, entries: described, ignored: ignored.map(describeProblem) };
  }

  @Serves(browseVersions)
  async browse(@Asked() { query }: Asked<typeof browseVersions>): Promise<Answer<typeof browseVersions>> {
    const [before] = openCursor(query.cursor, ['number']) ?? [];
    const { versions, next } = await this.versions.execute(limitOf(query), before === undefined ? undefined : Number(before));
    const author = await this.names.of(versions.map((each: Pick<StampedVersion, 'author'>) => each.author));
    const items = versions.map(({ differences, at, ...each }) => ({ ...each, author: author(each.author), at: moment(at), differences: differences.map((one) => ({ ...one })) }));
    return { items, next: next === undefined ? null : sealCursor([next]) };
  }

  @Serves(previewVersion)
  async preview(@Asked() { params }: Asked<typeof previewVersion>): Promise<Answer<typeof previewVersion>> {
    return describePreview(await this.previewChange.execute(await this.restoreVersion.changes(Number(params.version))));
  }

  @Serves(restoreVersion)
  async restore(@Asked() { params, ifMatch: expectedVersion, actor }: Asked<typeof restoreVersion>): Promise<Answer<typeof restoreVersion>> {
    await saved(this.restoreVersion.execute({ version: Number(params.version), expectedVersion, actor }), inBody, () => this.current.answer());
    return this.current.answer();
  }
}
