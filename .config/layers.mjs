import tseslint from 'typescript-eslint';

/**
 * The layer laws: who may import whom, what may read the clock, what may read the environment.
 * docs/decisions/0001-layers-are-folders.md says why; test/house/layers.test.ts proves that each law bites.
 *
 * A law is an allow-list. Whatever is not named in it is refused, with the sentence beside it.
 */
const LAWS = [
  {
    layer: 'domain',
    layers: ['domain'],
    packages: ['temporal-polyfill', 'rrule-temporal', 'date-holidays', 'date-easter', 'ohm-js'],
    sentence:
      'domain/ holds rules: values in, decisions out. It imports only domain/ and the libraries for dates and grammars, so that every rule can be checked with a table. Let a service load the facts and pass them in.',
  },
  {
    layer: 'store',
    layers: ['store', 'domain'],
    packages: [
      'node:.*',
      '@prisma/.*',
      'pglite-prisma-adapter',
      '@electric-sql/pglite',
      'pg',
      'pg-boss',
      'proper-lockfile',
    ],
    sentence:
      'store/ turns rows into domain values and back. It imports only domain/, Prisma, the databases and the queue, so that rows never leak upward. What decides belongs in domain/, what speaks belongs in slack/.',
  },
  {
    layer: 'services',
    layers: ['services', 'domain'],
    typesOnly: ['store'],
    packages: [],
    sentence:
      'services/ says what the bot can do. It imports only domain/, and types from store/, so that Slack and the clock share one implementation. Everything else arrives as an argument.',
  },
  {
    layer: 'words',
    layers: ['words', 'domain'],
    packages: [],
    sentence:
      'words/ holds every sentence a person reads. It imports only domain/ values, so that a language is one folder and the compiler finds what is missing. Take the facts as arguments.',
  },
  {
    layer: 'messages',
    layers: ['messages', 'services/reads', 'slack/kit', 'domain'],
    typesOnly: ['store', 'words', 'services/ports'],
    packages: ['@slack/types'],
    sentence:
      'messages/ is what the bot says of its own accord: one definition a kind. It imports domain/, services/reads, slack/kit and types of store/ and words/, so that one kind is one definition. Words and rows arrive as arguments.',
  },
  {
    layer: 'slack',
    layers: ['slack', 'words', 'domain', 'services'],
    packages: ['@slack/.*', 'zod'],
    sentence:
      'slack/ knows Slack and nothing of the database. It imports only words/, domain/, services/, @slack/* and zod, so that a view never queries. Ask a service for the facts.',
  },
  {
    layer: 'jobs',
    layers: ['jobs', 'services'],
    packages: ['node-cron', 'pg-boss'],
    sentence:
      'jobs/ is the clockwork. It imports only services/, node-cron and pg-boss, so that each job is a clock that calls one verb. Put the work into a service.',
  },
];

const TYPES_ONLY =
  'services/ may know the shape of store/, not the thing itself: write `import type`, and let the instance arrive as an argument.';
const GENERATED =
  'The generated Prisma client stays inside store/: its rows never leak upward. Use the domain value the store hands out.';
const VERBS =
  'slack/ gets verbs, never the store: write what this line does as a verb in services/, where transactions live, and call it with the context and the actor.';
const LANGUAGE =
  'slack/ speaks no language of its own: take the words as an argument (`Words`), or from `wordsFor(actor.locale)`.';
const SHORTEST =
  'Write the shortest path, one that climbs first and then descends: a detour through another folder hides which layer is meant.';
const ENVIRONMENT =
  'The environment is read once, in config.ts. Add the variable there and take the value as an argument.';
const CLOCK =
  'Time is an argument: take `now` from the caller. The one clock is in process.ts, so that a test can move it.';
const PURE =
  'domain/ has no surroundings: no timers, no network, no chance, no console. Take the value as an argument, or return a decision.';

/** Deep enough for any folder we would accept; each depth needs its own count of `../`. */
const DEPTHS = [1, 2, 3, 4];

const banClock = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Date"]:matches([property.name="now"], [property.value="now"])',
  'MemberExpression[object.name="Temporal"][property.name="Now"]',
].map((selector) => ({ selector, message: CLOCK }));

const banDisguise = [
  {
    selector: 'ImportExpression[source.type!="Literal"]',
    message: 'Name the module outright: an import that is worked out at run time cannot be checked.',
  },
  {
    selector: 'TSImportType',
    message: 'Write `import type` at the top of the file, where a reader looks for it.',
  },
  {
    selector: ':matches(CallExpression[callee.name="require"], TSImportEqualsDeclaration)',
    message: 'Write `import`: require() would slip past the layer laws.',
  },
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name, so that a thing has the same name everywhere.',
  },
];

const banEnvironment = [
  'error',
  { object: 'process', property: 'env', message: ENVIRONMENT },
  { object: 'globalThis', property: 'process', message: ENVIRONMENT },
];

/** What a listener, a form or a view would reach the database through, however it is taken out. */
const banStore = [
  'MemberExpression[property.name="store"]',
  'MemberExpression[property.value="store"]',
  'ObjectPattern > Property[key.name="store"]',
  'ObjectPattern > Property[key.value="store"]',
].map((selector) => ({ selector, message: VERBS }));

const oneOf = (names) => `(?:${names.join('|')})(?:/|$)`;

/** Every relative path that leaves the layer from a file `depth` folders below src/, except into `layers`. */
function outside(depth, layers) {
  const climb = `^(?:\\./)?${'\\.\\./'.repeat(depth - 1)}\\.\\.`;
  return `${climb}(?:$|/(?!${oneOf(layers)}))`;
}

function patternsOf(law, depth) {
  const folders = [...law.layers, ...(law.typesOnly ?? [])];
  const patterns = [
    { regex: outside(depth, folders), message: law.sentence },
    {
      regex: `^(?!\\.)${law.packages.length > 0 ? `(?!${oneOf(law.packages)})` : ''}`,
      message: law.sentence,
    },
    { regex: '[^./][^/]*/\\.\\./', message: SHORTEST },
    { regex: '^(?:node:)?process$', message: ENVIRONMENT },
  ];
  if (law.layer === 'slack') patterns.push({ regex: '(?:^|/)words/en(?:/|$)', message: LANGUAGE });
  if (law.layer !== 'store') patterns.push({ regex: '(?:^|/)store/generated(?:/|$)', message: GENERATED });
  return patterns;
}

/** The same law for `import()`, which no-restricted-imports does not see. Esquery's literals hold no slash. */
function banDynamic({ regex, message }) {
  return { selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\x2F')}/]`, message };
}

function lawAt(law, depth) {
  const patterns = patternsOf(law, depth);
  const values = (law.typesOnly ?? []).map((layer) => ({
    regex: `^(?:\\.\\./){${depth}}${layer}(?:/|$)`,
    message: TYPES_ONLY,
  }));
  return {
    name: `layers/${law.layer}/${depth}`,
    files: [`src/${law.layer}/${'*/'.repeat(depth - 1)}*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...patterns, ...values.map((value) => ({ ...value, allowTypeImports: true }))] },
      ],
      'no-restricted-syntax': [
        'error',
        ...banClock,
        ...banDisguise,
        ...(law.layer === 'slack' ? banStore : []),
        ...[...patterns, ...values].map(banDynamic),
        ...(law.layer === 'domain'
          ? [
              {
                selector: 'MemberExpression[object.name="performance"][property.name="now"]',
                message: CLOCK,
              },
            ]
          : []),
      ],
    },
  };
}

export default [
  { name: 'layers/parser', files: ['src/**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser } },
  {
    name: 'layers/everywhere',
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-properties': banEnvironment,
      'no-restricted-syntax': ['error', ...banClock, ...banDisguise],
    },
  },
  ...LAWS.flatMap((law) => DEPTHS.map((depth) => lawAt(law, depth))),
  {
    name: 'layers/domain/pure',
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'globalThis',
          'console',
          'fetch',
          'crypto',
          'setTimeout',
          'setInterval',
          'setImmediate',
        ].map((name) => ({ name, message: PURE })),
      ],
      'no-restricted-properties': [...banEnvironment, { object: 'Math', property: 'random', message: PURE }],
    },
  },
  {
    name: 'layers/config',
    files: ['src/config.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!zod(?:/|$))',
              message:
                'config.ts imports only zod: it turns an environment into settings, or into one error, and nothing else.',
            },
          ],
        },
      ],
      'no-restricted-properties': 'off',
    },
  },
  {
    name: 'layers/index',
    files: ['src/index.ts', 'src/process.ts'],
    rules: {
      'no-restricted-properties': 'off',
      'no-restricted-syntax': ['error', ...banDisguise],
    },
  },
];
