export { Administrator } from './administrator.ts';
export { barriersOn } from './accessibility.ts';
export type { Someone } from './people.ts';
export type { CallSettings } from './operator/settings-file.ts';
export { openProviders, type Customers } from './operator/open-providers.ts';
export { Telephone } from './telephone.ts';
export { Town, type TownOptions } from './town.ts';
export { until } from './until.ts';
export { Visitor, type Habits } from './visitor.ts';
