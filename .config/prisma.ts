import { defineConfig } from 'prisma/config';

// The Prisma CLI downloads a schema engine even for `generate`, which never runs it. Naming any existing
// file stops the download; migrations use the same engine as WebAssembly (src/store/migrations.ts).
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: '../prisma/schema.prisma' });
