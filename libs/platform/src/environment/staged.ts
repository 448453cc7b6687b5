import { IsIn } from 'class-validator';

/** What every concern knows: whether this is production, and whether somebody allowed plain http there. */
export abstract class Staged {
  @IsIn(['development', 'test', 'production'], { message: 'development, test or production' })
  readonly NODE_ENV: string = 'development';

  /** For a private network whose TLS ends elsewhere. Has to be typed out: nobody sets it by accident. */
  @IsIn(['', 'yes'], { message: 'yes, or nothing' })
  readonly BLITZ_ALLOW_HTTP: string = '';

  get production(): boolean {
    return this.NODE_ENV === 'production';
  }

  get allowsHttp(): boolean {
    return !this.production || this.BLITZ_ALLOW_HTTP === 'yes';
  }
}
