import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Imports run one way: core <- packs, core <- api <- web, core <- {api, store, formats, packs} <- server <- bin. */
const boundary = (files, forbidden) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: forbidden.map((room) => ({ regex: `(^|/)${room}/`, message: `This room may not import ${room}.` })) },
    ],
  },
})

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', '**/*.cjs'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what a file exports.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
        { selector: 'TSParameterProperty', message: 'Source runs as it is: no parameter properties.' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },
  { files: ['*.config.{ts,js}'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.law.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'core has no clock: take now as an argument.' },
        { object: 'Math', property: 'random', message: 'core has no randomness: take newId as an argument.' },
      ],
      'no-restricted-globals': ['error', 'process', 'fetch', 'window', 'document', 'setTimeout', 'console'],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'core has no clock: take now as an argument.' },
        { selector: 'ExportDefaultDeclaration', message: 'Name what a file exports.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
      ],
    },
  },
  boundary(['src/core/**'], ['packs', 'api', 'web', 'store', 'formats', 'server', 'bin', 'node:[a-z_]+']),
  boundary(['src/packs/**'], ['api', 'web', 'store', 'formats', 'server', 'bin']),
  boundary(['src/api/**'], ['packs', 'web', 'store', 'formats', 'server', 'bin']),
  boundary(['src/web/**'], ['packs', 'store', 'formats', 'server', 'bin']),
  boundary(['src/store/**'], ['packs', 'api', 'web', 'formats', 'server', 'bin']),
  boundary(['src/formats/**'], ['packs', 'api', 'web', 'store', 'server', 'bin']),
  boundary(['src/server/**'], ['web', 'bin']),
  { files: ['src/web/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
)
