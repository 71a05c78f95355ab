// Slack's CLI asks for the manifest as JSON; ours is YAML, so that each scope can carry its reason.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parse } = require('yaml');

console.log(JSON.stringify(parse(readFileSync(join(__dirname, '../manifest.yml'), 'utf8'))));
