import { Visitor } from './visitor.ts';

/** Somebody who works in the console. In a journey: `const edith = await town.administrator(); await edith.signsIn();` */
export class Administrator extends Visitor {
  /** An address below the console's, such as `/users?q=ada`. */
  async opens(path = '/'): Promise<void> {
    await this.page.goto(`${this.town.addresses.console}${path}`);
  }

  /** Opens a page of the console and goes the whole way: password, call, digits. Ends on that page. */
  async signsIn(path = '/'): Promise<void> {
    await this.opens(path);
    await this.field(/^(Login|Логин)$/).waitFor();
    await this.provesThemselves();
    await this.isInside(path);
  }

  /** From the password page of blitz-idp to the console, wherever in it. */
  async provesThemselves(): Promise<void> {
    const before = (await this.phone.calls()).length;
    await this.typesPassword();
    await this.asksForCall();
    await this.phone.rang(before + 1);
    await this.types(await this.phone.lastDigits());
    // Where two factors are always asked for, nobody is asked whether to trust the browser, or is and says no.
    const [trust, inside] = [this.button(/^(Don’t trust|Не доверять)$/), this.page.locator('#content h1')];
    await trust.or(inside).first().waitFor();
    if (await trust.isVisible()) await trust.click();
  }

  /** The page stands there, for this person. */
  async isInside(path = '/'): Promise<void> {
    const { console: address } = this.town.addresses;
    await this.page.waitForURL((url) => url.href.startsWith(`${address}${path}`));
    await this.page.locator('#content h1').first().waitFor();
  }

  /** From now on their login is too old for what wants a fresh one. */
  async hasLoggedInLongAgo(): Promise<void> {
    const answer = await this.page.request.get(`${this.town.addresses.console}/session`);
    const { person } = (await answer.json()) as { readonly person: { readonly sub: string } };
    await this.town.agesConsoleLogin(person.sub);
  }

  /** Another person's browser would be another administrator; another tab is the same session. */
  override async anotherTab(): Promise<Administrator> {
    return new Administrator(this.town, this.who, this.context, this.observer, await this.context.newPage(), this.habits);
  }
}
