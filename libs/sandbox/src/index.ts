export { QuickJsSandbox, type QuickJsSandboxOptions } from './quick-js-sandbox.ts';
