/** The same words as other keyboards write them: each is to be read alike. */
export function writings(text: string): readonly string[] {
  return [
    text,
    text.toUpperCase(),
    `  ${text.replaceAll(' ', '\u00A0')}…`.replace('…', '...'),
    `“${text}”`,
    text.replaceAll(' - ', ' – ').replaceAll("'", '’'),
    `\u200F${text} !`,
  ];
}
