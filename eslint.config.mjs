/**
 * What is forbidden here is forbidden by a tool, with the reason in its message; libs/testing/test/fences.spec.ts proves that
 * the tool is awake. Lint through Nx (`npm run lint`): without its project graph the rule of the rooms is skipped silently.
 */
import { basename } from 'node:path';
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/test/**/*.ts'];

// ---- Rooms: who may know whom ------------------------------------------------------------------------------------------

const frameworks = ['@nestjs/*', 'typeorm', 'bullmq', 'ioredis', 'axios'];
const libraries = ['kernel', 'domain', 'adapter', 'platform', 'pages', 'testing'].map((room) => `room:${room}`);

const arrows = [
  { sourceTag: 'room:kernel', onlyDependOnLibsWithTags: [], bannedExternalImports: frameworks },
  { sourceTag: 'room:domain', onlyDependOnLibsWithTags: ['room:domain', 'room:kernel'], bannedExternalImports: frameworks },
  { sourceTag: 'room:adapter', onlyDependOnLibsWithTags: ['room:domain', 'room:kernel'] },
  { sourceTag: 'room:platform', onlyDependOnLibsWithTags: ['room:kernel'] },
  { sourceTag: 'room:pages', onlyDependOnLibsWithTags: ['room:kernel'] },
  { sourceTag: 'room:testing', onlyDependOnLibsWithTags: libraries },
  { sourceTag: 'room:app', onlyDependOnLibsWithTags: libraries },
  // What runs in the administrator's browser knows the admin API by its document, and nothing of what stands behind it.
  { sourceTag: 'room:client', onlyDependOnLibsWithTags: [], bannedExternalImports: frameworks },
  { sourceTag: 'room:web', onlyDependOnLibsWithTags: ['room:client'], bannedExternalImports: frameworks },
];

/** Tests of every room may use the testing room, which in turn knows every room: a circle only as long as nobody ships it. */
const arrowsOfTests = arrows.map(({ sourceTag, onlyDependOnLibsWithTags, ...rest }) => ({
  sourceTag,
  onlyDependOnLibsWithTags: [...new Set([...onlyDependOnLibsWithTags, 'room:testing'])],
  ...(sourceTag === 'room:domain' || sourceTag === 'room:kernel' ? rest : {}),
}));

const rooms = (depConstraints, more = {}) => [
  'error',
  { depConstraints, enforceBuildableLibDependency: false, ignoredCircularDependencies: [['@blitz/testing', '*']], ...more },
];

// ---- Words that are forbidden, and why ---------------------------------------------------------------------------------

const randomness = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Math.random can be foreseen. Take newId, node:crypto, or a generator that is passed in.',
  },
];

const clock = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take the time from a Clock, so that tests can move it. Only SystemClock asks the machine.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'This reads the machine\'s clock. Take the time from a Clock, so that tests can move it.',
  },
];

const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env'], ImportDeclaration[source.value=/^(node:)?process$/]",
    message: 'Only libs/platform reads the environment: there it is validated, all at once, before anything starts.',
  },
];

const doors = [
  {
    selector: 'ExportAllDeclaration, ExportDefaultDeclaration',
    message: 'Export by name, so that a reader sees what a room offers and a search finds who uses it.',
  },
  {
    selector: 'ClassDeclaration[id.name=/.(Service|Manager|Helpers?|Utils?|Impl)$/]',
    message: 'Name the thing or the deed: this ending fits everything and says nothing.',
  },
];

const forbidden = (...words) => ({ 'no-restricted-syntax': ['error', ...words.flat()] });

// ---- Two rules of our own, too small for a package -----------------------------------------------------------------------

const explainedDisable = {
  meta: { type: 'suggestion', schema: [], messages: { unexplained: 'Say after " -- " why the rule does not fit here.' } },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (/^\s*eslint-(disable|enable)/.test(comment.value) && !/ -- .{10,}/s.test(comment.value)) {
          context.report({ loc: comment.loc, messageId: 'unexplained' });
        }
      }
    },
  }),
};

const kebabCase = {
  meta: { type: 'suggestion', schema: [], messages: { name: 'Name files in kebab-case, after the thing or the deed.' } },
  create: (context) => ({
    Program(node) {
      if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(basename(context.filename))) context.report({ node, messageId: 'name' });
    },
  }),
};

const blitz = { rules: { 'explained-disable': explainedDisable, 'kebab-case': kebabCase } };

const sizes = (lines, linesOfFunction) => ({
  'max-lines': ['error', { max: lines }],
  'max-lines-per-function': linesOfFunction === 0 ? 'off' : ['error', { max: linesOfFunction, skipComments: true, skipBlankLines: true }],
});

// ---- TypeScript: everything, with types ------------------------------------------------------------------------------------

const typescript = {
  files: ['**/*.ts', '**/*.tsx'],
  extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
  plugins: { '@nx': nx, blitz },
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@nx/enforce-module-boundaries': rooms(arrows),
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true }],
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    // Numbers read well in a template, and can't be anything else.
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // `() => stop()` is how callbacks are written; what it must not hide is a promise, and another rule sees to that.
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
    // Ports and options are (abstract) classes because Nest finds them by class; what stands for them has the shape, not the descent.
    '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    // A module of Nest is a decorated, empty class; some of our words are classes with static members only.
    '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowStaticOnly: true }],
    'blitz/explained-disable': 'error',
    'blitz/kebab-case': 'error',
    eqeqeq: 'error',
    'no-console': 'error',
    ...forbidden(randomness, clock, environment, doors),
    ...sizes(250, 60),
  },
};

const tests = {
  files: specs,
  rules: {
    // The simulator is a provider that tests may start; and a test may come to its own room through the door, as others do.
    '@nx/enforce-module-boundaries': rooms(arrowsOfTests, {
      allow: ['@blitz/phone-simulator/simulator'],
      allowCircularSelfDependency: true,
    }),
    // A test passes functions around to look at them.
    '@typescript-eslint/unbound-method': 'off',
    // Tests of real processes hand the environment on and look at the machine's clock; the rest stays forbidden.
    ...forbidden(randomness, doors),
    ...sizes(400, 0),
  },
};

const exceptions = [
  // The one place that reads the environment.
  { files: ['libs/platform/src/environment/*.ts'], rules: forbidden(randomness, clock, doors) },
  // Two small processes of the demo that are not made on the platform.
  { files: ['apps/{phone-simulator,demo-app}/src/{environment,main}.ts'], rules: forbidden(randomness, clock, doors) },
  // The clock itself.
  { files: ['libs/kernel/src/system-clock.ts'], rules: forbidden(randomness, environment, doors) },
  // Procedures have a default export: it is what the language asks for, and the server that runs them finds it by that.
  { files: ['libs/procedures/templates/*.ts'], rules: forbidden(randomness, clock, environment) },
  // The browser's clock, only for showing times: what counts is decided by the server.
  { files: ['apps/blitz-console-web/src/ui/values/now.ts'], rules: forbidden(randomness, environment, doors) },
  // The testing room starts real servers, and gives them the environment of the tests.
  { files: ['libs/testing/src/**/*.ts'], rules: forbidden(randomness, doors) },
];

// ---- Scripts: tools that run as they are -----------------------------------------------------------------------------------

const nodeGlobals = ['process', 'console', 'URL', 'URLSearchParams', 'fetch', 'Buffer', 'performance', 'structuredClone', 'AbortController',
  'AbortSignal', 'TextDecoder', 'TextEncoder', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask',
  'Response', 'Request', 'Headers', 'EventSource'];

const browserGlobals = ['window', 'document', 'location', 'navigator', 'history', 'sessionStorage', 'localStorage', 'requestAnimationFrame',
  'HTMLElement', 'Event', 'CustomEvent', 'FormData', 'matchMedia', 'customElements', 'Element', 'Node'];

const scripts = {
  files: ['**/*.mjs', '**/*.js'],
  extends: [js.configs.recommended],
  plugins: { blitz },
  languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
  rules: {
    'blitz/explained-disable': 'error',
    'blitz/kebab-case': 'error',
    eqeqeq: 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    ...forbidden(randomness),
    ...sizes(250, 60),
  },
};

const browserScripts = {
  files: ['**/assets/**/*.js', '**/page/**/*.js', '**/browser/**/*.js', 'apps/blitz-console-web/public/*.js'],
  languageOptions: { globals: Object.fromEntries(browserGlobals.map((name) => [name, 'readonly'])) },
};

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/.nx/', '**/.blitz*/', '**/coverage/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  typescript,
  tests,
  ...exceptions,
  scripts,
  browserScripts,
  { files: ['eslint.config.mjs', 'jest.config.mjs'], rules: { 'no-restricted-syntax': 'off' } },
);
