import { click, closeStages, command, dm, lastMessage, openTestStage, wordsOf } from '../support/stage';

afterEach(closeStages);

it('a mentor invites and the mentee accepts: both are told, and both know what comes next', async () => {
  const stage = await openTestStage();
  const said = await command(stage, 'UMENTOR', '/mentor invite @UMENTEE');
  console.log(said);
  console.log(dm(stage,'UMENTEE').map(wordsOf));
  console.log(await click(stage, 'UMENTEE', 'proposal_accept'));
  console.log(dm(stage,'UMENTEE').map(wordsOf));
  console.log(dm(stage,'UMENTOR').map(wordsOf), lastMessage(stage,'UMENTOR'));
});
