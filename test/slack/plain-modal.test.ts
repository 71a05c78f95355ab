import fc from 'fast-check';
import { messageModal } from '../../src/slack/kit/plain-modal';
import { wordsFor } from '../../src/words';

/** Words that are given back are given back whole, however they are broken into lines. */

const shown = (text: string): string[] =>
  messageModal(wordsFor(null), 'Gentle Nudge', text).blocks.flatMap((block) =>
    'text' in block && typeof block.text === 'object' ? [block.text.text] : [],
  );

it.each([
  ['one line of 3,000', 'a'.repeat(3_000)],
  ['escaped characters', 'a &amp; b '.repeat(400)],
  ['emoji', '🌱'.repeat(2_000)],
])('%s', (_name, text) => {
  const parts = shown(text);
  expect(parts.join('')).toBe(text);
  expect(parts.length).toBeGreaterThan(1);
});

it('whatever it is made of, no part is too long and no entity is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', '&amp;', '&lt;', '🌱', ' word'), { maxLength: 4_000 }),
      (units) => {
        const parts = shown(`x${units.join('')}`);
        expect(parts.join('')).toBe(`x${units.join('')}`);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(3_000);
          expect(part).not.toMatch(/&[a-z]*$/);
          expect(part).not.toMatch(/[\uD800-\uDBFF]$/);
        }
      },
    ),
    { numRuns: 50 },
  );
});
