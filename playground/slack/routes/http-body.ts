import type { IncomingMessage } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import { parseJson, record, text } from '../json';
import type { Json } from '../json';

/** The body of a request, up to a size, and the arguments in it. */

const largest = 20 * 1024 * 1024;
/** Arguments that forms carry as JSON text. */
const nested = ['blocks', 'view', 'attachments', 'metadata', 'files', 'users', 'channels'];

export class BodyTooLarge extends Error {
  override message = 'The body is too large.';
}

export function readBody(req: IncomingMessage, most = largest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else reject(new BodyTooLarge());
    });
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('error', reject);
  });
}

function decodeNested(args: Json): Json {
  for (const name of nested) {
    const value = args[name];
    if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) continue;
    const parsed = parseJson(value);
    if (parsed.ok) args[name] = parsed.value;
  }
  return args;
}

async function multipart(body: Buffer, contentType: string): Promise<Json> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  const args: Json = {};
  for (const [name, value] of form.entries())
    args[name] = typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer());
  return args;
}

/** The arguments of a call, however they came: query, form, JSON or multipart. */
export async function readArguments(req: IncomingMessage, query: string): Promise<Json> {
  const args: Json = { ...parseQuery(query) };
  if (req.method === 'GET') return decodeNested(args);
  const body = await readBody(req);
  const type = text(req.headers['content-type']);
  if (type.startsWith('application/json')) {
    const parsed = parseJson(body.toString('utf8'));
    return { ...args, ...(parsed.ok ? record(parsed.value) : {}) };
  }
  if (type.startsWith('multipart/form-data'))
    return decodeNested({ ...args, ...(await multipart(body, type)) });
  return decodeNested({ ...args, ...parseQuery(body.toString('utf8'), '&', '=', { maxKeys: 0 }) });
}
