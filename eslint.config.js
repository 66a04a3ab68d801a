import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/**
 * What the compiler does not see and dependency-cruiser does not either: promises nobody waits for,
 * the clock and the environment read in the wrong place, styles and scripts that the content
 * security policy would refuse, names that say nothing.
 */

const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the instant as an argument, or now() from ~/infra/clock.server in a service.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the instant as an argument, or now() from ~/infra/clock.server in a service.',
  },
]

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only app/infra/env.server.ts reads the environment; use env().',
}

const chance = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: 'A rule gives the same answer for the same input; ids come from ~/infra/ids.server.',
}

const markup = [
  {
    selector: "JSXAttribute[name.name='style']",
    message: 'The content security policy refuses inline styles; use a class or an SVG attribute.',
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Render text as text; React escapes it.',
  },
]

const mocks = [
  {
    selector: "CallExpression[callee.object.name='vi'][callee.property.name=/^(do)?[mM]ock$/]",
    message: 'Use the real part; tests/support starts a database, a mail server and the product.',
  },
]

const waits = {
  selector: "CallExpression[callee.property.name='waitForTimeout']",
  message: 'Wait for what the person sees, not for time to pass.',
}

const readings = {
  selector:
    "CallExpression[callee.name='expect'] > AwaitExpression > CallExpression[callee.property.name=/^(count|(is|all)[A-Z].*|textContent|innerText|inputValue|getAttribute)$/]",
  message:
    'Read once, while the page may still change; expect what waits, toHaveCount or toHaveText.',
}

const focusedTests = {
  selector:
    'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|fixme|todo)$/]',
  message: 'Every test runs, every time.',
}

/** Files are named after their main export, in kebab-case; drawers for anything are not made. */
const fileNames = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      kebab: 'Name the file in kebab-case after its main export: {{name}}',
      drawer: '"{{name}}" says nothing; name what it holds.',
    },
  },
  create(context) {
    const segments = context.filename.slice(import.meta.dirname.length + 1).split(/[/\\]/)
    return {
      Program(node) {
        for (const segment of segments) {
          const name = segment.replace(/^[._]+/, '').replace(/(\.[a-z-]+)+$/, '')
          if (/^(utils?|helpers?|misc|common)$/.test(name)) {
            context.report({ node, messageId: 'drawer', data: { name } })
          } else if (name && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
            context.report({ node, messageId: 'kebab', data: { name: segment } })
          }
        }
      },
    }
  },
}

const ours = { rules: { 'file-names': fileNames } }
const tests = ['**/*.test.{ts,tsx}', '**/*.test-support.ts', 'tests/**']
const restrict = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules] })

export default tseslint.config(
  {
    ignores: [
      '.cache/',
      'app/infra/database/generated/',
      'build/',
      'coverage/',
      'data/',
      'playwright-report/',
      'test-results/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: { wardround: ours },
    rules: {
      'wardround/file-names': 'error',
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['scripts/*.ts', 'bench/*.ts'] } },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A zod schema and its type share a name; the compiler refuses real redeclarations.
      'no-redeclare': 'off',
      '@typescript-eslint/no-redeclare': 'off',
    },
  },
  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    rules: {
      // Pages work before JavaScript; an effect tells a component that it has arrived.
      'react-hooks/set-state-in-effect': 'off',
    },
  },
  { files: ['app/**', 'emails/**', 'server/**', 'cli/**'], rules: restrict(environment) },
  {
    files: ['app/{services,jobs,http}/**', 'emails/**'],
    rules: restrict(environment, ...clock),
  },
  {
    files: ['app/{routes,ui}/**', 'app/root.tsx'],
    rules: restrict(environment, ...clock, ...markup),
  },
  { files: ['app/domain/**'], rules: restrict(environment, chance, ...clock) },
  { files: ['app/infra/env.server.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // Use cases are handed values; requests and forms stay at the door.
    files: ['app/services/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Request', 'Response', 'FormData'],
      '@typescript-eslint/no-restricted-types': [
        'error',
        { types: { Request: true, Response: true, FormData: true } },
      ],
    },
  },
  { files: tests, rules: restrict(focusedTests, waits, ...mocks) },
  { files: ['tests/e2e/**'], rules: restrict(focusedTests, waits, readings, ...mocks) },
  {
    // A fixture that needs no other says so with an empty pattern.
    files: ['tests/e2e/test.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    // Programs for the terminal speak through it.
    files: ['server/**', 'cli/**', 'scripts/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        'AbortController AbortSignal Buffer URL URLSearchParams clearInterval clearTimeout console fetch module performance process require setInterval setTimeout'
          .split(' ')
          .map((name) => [name, 'readonly']),
      ),
    },
  },
)
