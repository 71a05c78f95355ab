import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import layers from './layers.mjs';

// Run from the root (`npm run lint`): ESLint reads the patterns below from the folder it is started in.
export default defineConfig(
  {
    name: 'house/ignored',
    ignores: ['dist', 'data', 'src/store/generated', 'playground/page/dist', 'coverage'],
  },
  { name: 'house/strict', linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'house/typescript',
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // TypeScript's own search passes over folders that begin with a dot.
    name: 'house/tools',
    files: ['.config/*.ts', 'prisma/*.ts'],
    languageOptions: {
      parserOptions: {
        projectService: false,
        project: 'tsconfig.tools.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    name: 'house/src',
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  layers,
  {
    name: 'house/javascript',
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        AbortSignal: 'readonly',
        __dirname: 'readonly',
        console: 'readonly',
        process: 'readonly',
        module: 'writable',
        performance: 'readonly',
        require: 'readonly',
      },
    },
    rules: { eqeqeq: 'error', 'no-undef': 'error', 'no-unused-vars': 'error', 'prefer-const': 'error' },
  },
);
