import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';

/** No business of its own on the network, and able to run as root in a container. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const options = (path: string | undefined): LaunchOptions => ({ executablePath: path ?? '/usr/bin/chromium', headless: true, args });

export function launchChromium(path: string | undefined): Promise<Browser> {
  return chromium.launch(options(path));
}

/** A browser whose owner has switched cookies off, in its settings. */
export async function launchWithoutCookies(path: string | undefined, folder: string): Promise<BrowserContext> {
  await mkdir(join(folder, 'Default'), { recursive: true });
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  return chromium.launchPersistentContext(folder, { ...options(path), locale: 'en-GB', viewport: desktop });
}

export const desktop = { width: 1280, height: 800 };
