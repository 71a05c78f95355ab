/** One sentence for the person at the shell: which option is wrong, and what would be right. */
export class OptionsRefused extends Error {
  override name = 'OptionsRefused';
}
