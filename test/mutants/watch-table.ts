import { availableParallelism } from 'node:os';
import { copyTree, type Copy } from './copy';
import { mismatch, type WrongLine } from './wrong-line';

/** Makes the lines of the table wrong one at a time; answers how many of them nobody noticed, or could not be tried. */
export async function watchTable(root: string, wrongLines: readonly WrongLine[]): Promise<number> {
  const complaints = wrongLines.flatMap((wrongLine) => mismatch(root, wrongLine) ?? []);
  if (complaints.length > 0) {
    for (const complaint of complaints) console.error(complaint);
    return complaints.length;
  }
  const began = Date.now();
  const tests = [...new Set(wrongLines.map(({ test }) => test))];
  const copies = Array.from({ length: Math.min(availableParallelism(), wrongLines.length) }, () =>
    copyTree(root),
  );
  try {
    // A test that fails anyway notices nothing.
    const unfit: string[] = [];
    await share(copies, tests, async (copy, test) => {
      const verdict = await copy.asItStands(test, titlesIn(test, wrongLines));
      if (verdict !== 'passed') unfit.push(`${test} ${verdict} without any wrong line`);
    });
    if (unfit.length > 0) {
      for (const complaint of unfit) console.error(complaint);
      return unfit.length;
    }
    const unnoticed: string[] = [];
    await share(copies, wrongLines, async (copy, wrongLine) => {
      const verdict = await copy.madeWrong(wrongLine);
      console.log(`${verdict === 'failed' ? 'noticed  ' : 'UNNOTICED'} ${inWords(wrongLine)}`);
      if (verdict !== 'failed') unnoticed.push(`${verdict}: ${inWords(wrongLine)}\n    ${wrongLine.wrong}`);
    });
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
      `\n${wrongLines.length - unnoticed.length} of ${wrongLines.length} wrong lines noticed, ${seconds} s`,
    );
    for (const complaint of unnoticed) console.error(complaint);
    return unnoticed.length;
  } finally {
    for (const copy of copies) copy.remove();
  }
}

/** The titles that are asked for in a test file; null when one of the lines wants the whole of it. */
function titlesIn(test: string, wrongLines: readonly WrongLine[]): string[] | null {
  const titles = wrongLines.filter((wrongLine) => wrongLine.test === test).map(({ title }) => title);
  const known = titles.flatMap((title) => title ?? []);
  return known.length === titles.length ? known : null;
}

function inWords({ file, line, test }: WrongLine): string {
  return `${file}: ${line}  (${test})`;
}

/** Each hand takes the next item until none is left. */
async function share<Item>(
  copies: readonly Copy[],
  items: readonly Item[],
  work: (copy: Copy, item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    copies.map(async (copy) => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(copy, item);
    }),
  );
}
