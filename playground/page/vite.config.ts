import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { parse } from 'yaml';
import { record, records, text } from '../slack/json';

/** The commands and shortcuts the page offers are those of the app's manifest, read when the page is built. */
function offered(): object {
  const manifest: unknown = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'));
  const features = record(record(manifest)['features']);
  return {
    commands: records(features['slash_commands']).map((command) => ({
      name: text(command['command']),
      does: text(command['description']),
      hint: text(command['usage_hint']),
    })),
    shortcuts: records(features['shortcuts']).map((shortcut) => ({
      id: text(shortcut['callback_id']),
      name: text(shortcut['name']),
      does: text(shortcut['description']),
      on: shortcut['type'] === 'message' ? 'message' : 'global',
    })),
  };
}

export default defineConfig({
  base: './',
  define: { __OFFERED__: JSON.stringify(offered()) },
  build: { target: 'es2023', chunkSizeWarningLimit: 1500 },
});
