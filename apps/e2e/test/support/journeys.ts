import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Town, type CallSettings, type Habits, type TownOptions, type Visitor } from '../../src/index.ts';

/** Somebody new comes with a browser of their own. */
export type Arrive = (habits?: Habits) => Promise<Visitor>;
export type Story = (arrive: Arrive, town: Town) => Promise<void>;

/** One town for all stories of a spec file: it takes seconds to build. */
let town: Town | undefined;
let options: Omit<TownOptions, 'environment'> = {};
let prepare: (town: Town) => Promise<void> = async () => {};
beforeAll(async () => {
  town = await Town.open({ environment: process.env, ...options });
  await prepare(town);
}, 180_000);
afterAll(() => town?.close(), 60_000);

/** For a spec file that needs others than the town's own. */
export function withSettings(call: CallSettings, guards: CallSettings = {}): void {
  options = { call, guards };
}

/** For spec files about the console. */
export function withConsole(more: Omit<TownOptions, 'environment'> = {}): void {
  options = { ...more, console: true };
}

/** What somebody does in the town before the stories begin. */
export function beforehand(does: (town: Town) => Promise<void>): void {
  prepare = does;
}

/**
 * One person's story. Those of a property happen at the same time, each in its own browser. Whatever a story is about, no
 * browser may complain in it: no error on the console, no violated policy, no request to anybody else.
 */
export function journey(name: string, story: Story, habits: Habits = {}): void {
  it.concurrent(name, () => live(story, habits), 180_000);
}

/** The same story with scripts and without. */
export function journeyEitherWay(name: string, story: Story): void {
  journey(`${name}, with scripts`, story);
  journey(`${name}, without scripts`, story, { scripts: false });
}

async function live(story: Story, usual: Habits): Promise<void> {
  if (town === undefined) throw new Error('there is no town');
  const here = town;
  const visitors: Visitor[] = [];
  const arrive: Arrive = async (habits = {}) => {
    const visitor = await here.visitor({ ...usual, ...habits });
    visitors.push(visitor);
    return visitor;
  };
  try {
    await story(arrive, here);
    expect(visitors.flatMap(({ observer }) => observer.complaints)).toEqual([]);
  } finally {
    await Promise.all(visitors.map((visitor) => visitor.leave()));
  }
}
