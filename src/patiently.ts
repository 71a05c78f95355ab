/** Tries until it works, with growing patience, and says what it waits for. */

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;

/**
 * @param whyWait the reason to try again, as a sentence; null to give up, and the error is thrown
 * @param wait resolves after so many milliseconds
 */
export async function patiently<Result>(
  attempt: () => Promise<Result>,
  whyWait: (error: unknown) => string | null,
  say: (sentence: string) => void,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Result> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await attempt();
    } catch (error) {
      const reason = whyWait(error);
      if (reason === null) throw error;
      say(`${reason} Trying again in ${pause / 1000} s.`);
      await wait(pause);
    }
  }
}
