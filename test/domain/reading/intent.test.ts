import fc from 'fast-check';
import { readIntent } from '../../../src/domain/reading/intent';
import { writings } from './writings';

test.each([
  ['help', 'help'],
  ['what can you do?', 'help'],
  ['stop', 'stop'],
  ['please stop asking me', 'stop'],
  ['unsubscribe', 'stop'],
  ['start', 'resume'],
  ["I'm back", 'resume'],
  ['pause', 'pause'],
  ['pause until Monday', 'pause until monday'],
  ['pause for two weeks, please', 'pause for two weeks'],
  ['snooze', 'snooze'],
  ['later', 'snooze later'],
  ['remind me tomorrow', 'snooze tomorrow'],
  ['ask me in two hours', 'snooze in two hours'],
  ['skip', 'skip'],
  ['not this time', 'skip'],
  ['I am on vacation next week', 'away next week'],
  ["I'm away from 3 July to 14 July", 'away from 3 july to 14 july'],
  ['vacation next week', 'away next week'],
  ['what are my goals?', 'goals'],
  ['when', 'next'],
  ['status', 'next'],
  ['why did you ask me?', 'why'],
  ['ask me now', 'now'],
  ['settings', 'settings'],
  ['thanks', 'thanks'],
  ['hi', 'hello'],
])('"%s" asks for: %s', (text, wanted) => {
  for (const written of [...writings(text), `${text} 🙏`, `${text} :pray: :smile:`]) {
    const intent = readIntent(written);
    expect({ written, wanted: `${intent?.kind} ${intent?.words}`.trim() }).toEqual({ written, wanted });
  }
});

test.each([
  'done',
  'on track',
  'no',
  'next week I will present',
  'stop light project went well',
  'hi, I finished the exam',
  'thanks for asking, all good',
  'pause the project until June',
  'I am on vacation next week, so I did nothing',
  'away',
  'help from @mentor would be good',
  'remind me to book the exam',
  '',
  '🙏',
])('"%s" is what a person says, and no command', (text) => {
  expect(readIntent(text)).toBeNull();
});

test('a command with a sentence behind it is what a person says', () => {
  const commands = fc.constantFrom(
    'stop',
    'help',
    'pause until Monday',
    'skip',
    'I am on vacation next week',
    'thanks',
  );
  const word = fc
    .stringMatching(/^[a-z]{2,10}$/)
    .filter((said) => !/^(please|thanks|thank|me|it|this|asking|one|time)$/.test(said));
  fc.assert(
    fc.property(commands, fc.array(word, { minLength: 2, maxLength: 6 }), (command, more) => {
      fc.pre(readIntent(more.join(' ')) === null);
      expect(readIntent(`${command} because ${more.join(' ')}`)).toBeNull();
    }),
  );
});
