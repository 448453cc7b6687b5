import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
export const phone = { size: { width: 390, height: 844 }, dark: true };

export async function picture({ page }, name) {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  process.stdout.write(`  ${name}\n`);
}
