import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Town, type Habits, type TownOptions, type Visitor } from '../../src/index.ts';

/** Somebody new comes with a browser of their own. */
export type Arrive = (habits?: Habits) => Promise<Visitor>;

export interface Journeys {
  /** One person's story. Those of a file happen at the same time, each in its own browser. */
  journey(name: string, story: (arrive: Arrive, town: Town) => Promise<void>): void;
  /** The same story with scripts and without. */
  journeyEitherWay(name: string, story: (arrive: Arrive, town: Town) => Promise<void>): void;
}

/**
 * A town for a spec file. Whatever the story is about, no browser may complain in it: no error on the console, no violated
 * policy, no request to anybody else.
 */
export function inTown(options: Omit<TownOptions, 'environment'> = {}): Journeys {
  let town: Town | undefined;
  beforeAll(async () => {
    town = await Town.open({ environment: process.env, ...options });
  }, 120_000);
  afterAll(() => town?.close(), 60_000);

  const journey = (name: string, story: (arrive: Arrive, there: Town) => Promise<void>, habits: Habits = {}): void => {
    it.concurrent(name, () => live(town, habits, story), 100_000);
  };
  return {
    journey,
    journeyEitherWay: (name, story) => {
      journey(`${name}, with scripts`, story);
      journey(`${name}, without scripts`, story, { scripts: false });
    },
  };
}

async function live(town: Town | undefined, usual: Habits, story: (arrive: Arrive, town: Town) => Promise<void>): Promise<void> {
  if (town === undefined) throw new Error('there is no town');
  const visitors: Visitor[] = [];
  const arrive: Arrive = async (habits = {}) => {
    const visitor = await town.visitor({ ...usual, ...habits });
    visitors.push(visitor);
    return visitor;
  };
  try {
    await story(arrive, town);
    expect(visitors.flatMap(({ observer }) => observer.complaints)).toEqual([]);
  } finally {
    await Promise.all(visitors.map((visitor) => visitor.leave()));
  }
}
