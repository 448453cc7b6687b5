import type { CareWords } from './en.ts';

const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Yandex Browser', /\bYaBrowser\/(\d+)/],
  ['Samsung Internet', /\bSamsungBrowser\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//],
  ['curl', /^curl\/(\d+)/],
];

const systems: readonly (readonly [string, RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

/** What a person would call the browser that sends this: "Firefox 140 on Windows". What can't be read is shown as it came, cut short. */
export function browserName(userAgent: string, words: Pick<CareWords, 'onSystem' | 'unknownBrowser'>): string {
  const browser = browsers.map(([name, shape]) => [name, shape.exec(userAgent)?.[1]]).find(([, version]) => version !== undefined)?.join(' ');
  const system = systems.find(([, shape]) => shape.test(userAgent))?.[0];
  if (browser !== undefined) return system === undefined ? browser : words.onSystem(browser, system);
  return system ?? (userAgent === '' ? words.unknownBrowser : userAgent.slice(0, 40));
}
