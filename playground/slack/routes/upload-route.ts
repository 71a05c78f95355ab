import { readBody } from './http-body';
import { list, text } from '../json';
import type { Handler } from './web-api';
import type { World } from '../world';

/** Where the bot uploads the bytes of a file. */

async function contentOf(body: Buffer, type: string): Promise<Buffer> {
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  for (const [, value] of form.entries())
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  return Buffer.from(
    list([...form.values()])
      .map(text)
      .join(''),
  );
}

/** Takes the bytes of a file for which files.getUploadURLExternal gave the address. */
export function createUploadRoute(world: World): Handler {
  return async (req, res, path) => {
    const upload = world.uploads.get(path.slice('/upload/'.length));
    const content = await contentOf(await readBody(req), text(req.headers['content-type']));
    if (!upload || content.length !== upload.length) {
      res.writeHead(400, { 'content-type': 'text/plain' }).end(upload ? 'wrong length' : 'no such upload');
      return;
    }
    upload.content = content;
    res.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${content.length}`);
  };
}
