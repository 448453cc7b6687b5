import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The pages of blitz-console. `npx vite` beside a running `npm start` shows changes at once; see README.md. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/blitz/console/',
  plugins: [react()],
  build: {
    target: ['chrome111', 'firefox114', 'safari16.4'],
    manifest: true,
    // Fonts and pictures stay files: the content security policy allows no other.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4_000,
  },
  worker: { format: 'es' },
  server: {
    proxy: Object.fromEntries(
      ['/blitz/admin', '/blitz/console/login', '/blitz/console/logout', '/blitz/console/session'].map((path) => [path, 'http://localhost:9001']),
    ),
  },
});
