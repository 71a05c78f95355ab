import { ENDS } from './calendar';
import { brokenPromises, figureTable } from './promises';
import { tellStory } from './tell-story';

/** `npm run story`: two years of a mentorship on the local Slack, and what became of every promise. */
async function main(): Promise<void> {
  const began = performance.now();
  const figures = await tellStory((line) => console.log(line), ENDS);
  console.log('\n— Figures —');
  for (const line of figureTable(figures)) console.log(line);
  console.log(`  told in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const broken = brokenPromises(figures);
  if (broken.length === 0) {
    console.log('\nEvery promise was kept.');
    return;
  }
  console.error(`\nBroken promises:\n${broken.map((promise) => `  - ${promise}`).join('\n')}`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
