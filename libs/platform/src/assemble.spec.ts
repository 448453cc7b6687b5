import { describe, expect, it } from '@jest/globals';
import { adapt, assemble } from './assemble.ts';

abstract class Bell {
  abstract ring(): string;
}
abstract class Door {
  abstract open(): boolean;
}
class BrassBell extends Bell {
  constructor(private readonly tone: Tone) {
    super();
  }

  ring(): string {
    return this.tone.name;
  }
}
class Tone {
  readonly name = 'ding';
}
class House {
  constructor(
    readonly bell: Bell,
    readonly door: Door,
  ) {}
}

describe('assembling a class', () => {
  it('asks for the tokens in the order of the constructor, and hands over what they stand for', async () => {
    const provider = assemble(House, Bell, Door);
    expect(provider).toMatchObject({ provide: House, inject: [Bell, Door] });
    const house = await provider.useFactory(new BrassBell(new Tone()), { open: () => true });
    expect(house).toBeInstanceOf(House);
    expect(house.bell.ring()).toBe('ding');
  });

  it('puts an adapter in the place of its port', async () => {
    const provider = adapt(Bell, BrassBell, Tone);
    expect(provider).toMatchObject({ provide: Bell, inject: [Tone] });
    expect(await provider.useFactory(new Tone())).toBeInstanceOf(BrassBell);
  });

  it('does not compile when a dependency is missing, misplaced, too much, or when the adapter is of another port', () => {
    // @ts-expect-error the order is wrong
    expect(assemble(House, Door, Bell)).toBeDefined();
    // @ts-expect-error one dependency is missing
    expect(assemble(House, Bell)).toBeDefined();
    // @ts-expect-error there is no third one
    expect(assemble(House, Bell, Door, Tone)).toBeDefined();
    // @ts-expect-error a bell is no door
    expect(adapt(Door, BrassBell, Tone)).toBeDefined();
  });
});
