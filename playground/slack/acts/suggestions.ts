import type { Carrier } from '../carriers/carrier';
import { Refusal } from './form-values';
import { optionsOf } from './form-values';
import { record, text } from '../json';
import type { Json } from '../json';
import { actor, interaction } from './payloads';
import type { World } from '../world';

/**
 * For a select whose options come from the app: asks the app for them, as the client does while a person types, and
 * returns the option whose value or label is the one wanted. Undefined for every other element.
 */
export async function suggestedOption(
  world: World,
  carrier: Carrier,
  user: string,
  { block, element, ...surface }: Json & { block: Json; element: Json },
  wanted: unknown,
): Promise<Json | undefined> {
  if (element['type'] !== 'external_select' || typeof wanted !== 'string' || wanted === '') return undefined;
  const payload = {
    type: 'block_suggestion',
    ...interaction(world, actor(world, user)),
    ...surface,
    block_id: block['block_id'],
    action_id: element['action_id'],
    value: wanted,
  };
  const answer = await carrier.send({ type: 'interactive', payload, acceptsAnswer: true });
  const option = optionsOf(answer).find(
    (candidate) => candidate['value'] === wanted || text(record(candidate['text'])['text']) === wanted,
  );
  if (!option) throw new Refusal(`The app suggests no option ${wanted}`);
  return option;
}
