/** What a person typed, freed of how their keyboard writes it. */

const LONGEST = 200;

/**
 * Lower case, with plain quotes, dashes and spaces, and without the marks that end a sentence. Null beyond 200
 * characters: no rhythm, date or span is as long.
 */
export function plainWords(text: string): string | null {
  if (text.length > LONGEST) return null;
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/["“”„«»]/g, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/(?<=\p{L})\.(?=[\s,;]|$)/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s'*_~]+|[\s'*_~.,;:!?]+$/g, '');
}
