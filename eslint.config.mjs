import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

export default tseslint.config(
  { ignores: ['.next/**', 'dist/**', 'generated/**', 'node_modules/**', '.demo/**', '.cache/**', 'next-env.d.ts', 'test-results/**'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  { files: ['app/**', 'components/**', 'tests/components/**'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  { files: ['**/*.js', '**/*.mjs', 'lib/cli/**', 'lib/dev/**', 'tests/**'], rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' } },
);
