import { createHmac } from 'node:crypto';

/** A request to the bot, signed as Slack signs it, whatever it holds. Answers its status. */
export async function post(
  { url, secret }: { readonly url: string; readonly secret: string },
  type: string,
  body: string,
): Promise<number> {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': signature,
    },
    body,
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** The same for a click, a form or a shortcut. */
export function postInteraction(to: { readonly url: string; readonly secret: string }, payload: object) {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return post(to, 'application/x-www-form-urlencoded', body);
}
