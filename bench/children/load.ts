import { Agent, request } from 'node:http';
import { sign } from '../../playground/slack';
import { isRecord, textIn, textsIn, type Fields } from '../messages';

/** Sends requests at a fixed pace, whether or not the earlier ones are answered, and notes how long each takes. */

// Lets go of an idle connection before the server does, which waits five seconds.
const agent = new Agent({ keepAlive: true, maxSockets: 64, timeout: 2000 });

function post(url: string, secret: string, body: string): Promise<number> {
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': sign(secret, timestamp, body),
  };
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - start);
        else reject(new Error(`HTTP ${response.statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function run(order: Fields): Promise<number[]> {
  const [url, secret, bodies] = [textIn(order, 'url'), textIn(order, 'secret'), textsIn(order, 'bodies')];
  const gap = 1000 / Number(order['perSecond']);
  const answers: Promise<number>[] = [];
  const start = performance.now();
  for (const [turn, body] of bodies.entries()) {
    const wait = start + turn * gap - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    answers.push(post(url, secret, body));
  }
  return Promise.all(answers);
}

process.on('message', (message) => {
  if (!isRecord(message)) return;
  void run(message)
    .then((milliseconds) => process.send?.({ milliseconds }))
    .catch((error: unknown) => process.send?.({ error: String(error) }));
});
process.on('disconnect', () => process.exit(0));
