import fc from 'fast-check';
import { clip, escape, mention, plainFit, quote, quotes, safe, unescape } from '../../src/words/mrkdwn';

const person = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom('<!channel>', '&amp;', '<@U1>', '>', '\n', '👩‍👩‍👧‍👦', '🇩🇪', 'é', 'שלום', 'a', ' '), {
      maxLength: 60,
    })
    .map((parts) => parts.join('')),
);
const limit = fc.integer({ min: 1, max: 120 });
const graphemes = (text: string) => [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);

describe('what a person wrote, in mrkdwn', () => {
  test('keeps no sign that Slack would read as markup', () => {
    fc.assert(
      fc.property(person, (text) => {
        expect(escape(text).replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
      }),
    );
  });

  test('comes back unchanged when unescaped', () => {
    fc.assert(fc.property(person, (text) => unescape(escape(text)) === text));
  });

  test('is never longer than the limit once escaped, and never cut within an entity', () => {
    fc.assert(
      fc.property(person, limit, (text, most) => {
        const shown = safe(text, most);
        expect(shown.length).toBeLessThanOrEqual(most);
        expect(shown.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
      }),
    );
  });

  test('is never cut within a grapheme', () => {
    fc.assert(
      fc.property(person, limit, (text, most) => {
        for (const shown of [clip(text, most), unescape(safe(text, most))]) {
          if (shown === text) continue;
          const kept = graphemes(shown.slice(0, -1));
          expect(shown.endsWith('…')).toBe(true);
          expect(kept).toEqual(graphemes(text).slice(0, kept.length));
        }
      }),
    );
  });

  test('fits a label as it is when it is short, and with an ellipsis when it is not', () => {
    expect(plainFit('Become certified', 75)).toBe('Become certified');
    expect(plainFit('Become\n\ncertified', 75)).toBe('Become certified');
    expect(plainFit('x'.repeat(80), 75)).toBe(`${'x'.repeat(74)}…`);
  });

  test('is quoted line by line, within the limit', () => {
    expect(quote('one\r\n\n\n\ntwo <!here>')).toBe('> one\n> \n> two &lt;!here&gt;');
    fc.assert(fc.property(person, limit, (text, most) => quote(text, most).length <= most));
  });

  test('is quoted whole, however long it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 40, max: 90 }),
        (text, most) => {
          const parts = quotes(text, most);
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(most);
          const signs = (given: string) => given.replace(/\s/gu, '');
          const quoted = parts.map((part) => part.replace(/^> /gm, '')).join('');
          expect(signs(unescape(quoted))).toBe(signs(text));
        },
      ),
    );
  });

  test('is quoted without a sign that Slack would read, even where it was cut', () => {
    const brackets = fc.oneof(
      person,
      fc.constantFrom('<&>'.repeat(60), '&'.repeat(200), '<!channel>'.repeat(30)),
    );
    fc.assert(
      fc.property(brackets, limit, (text, most) => {
        const lines = quote(text, most).split('\n');
        for (const line of lines) {
          expect(line.replace(/^> ?/, '').replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
        }
      }),
    );
  });

  test('cannot forge a mention', () => {
    expect(mention('U1> <!channel')).toBe('<@U1>');
  });
});
