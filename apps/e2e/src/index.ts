export { barriersOn } from './accessibility.ts';
export type { CallSettings } from './settings-file.ts';
export { Telephone } from './telephone.ts';
export { Town, type TownOptions } from './town.ts';
export { until } from './until.ts';
export { Visitor, type Habits } from './visitor.ts';
