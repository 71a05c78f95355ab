import { DriverError } from '../errors';
import { optionsOf } from './form-values';
import { text } from '../json';
import type { Json } from '../json';
import type { Block, ClickTarget } from '../types';
import { elementsOf, flatBlocks } from '../blocks/view-state';

/** The one element that a click means. */

export interface Found {
  block: Json;
  element: Json;
}

function fits(element: Json, value: string | undefined): boolean {
  const type = text(element['type']);
  if (type === 'button' || type === 'icon_button') return value === undefined || element['value'] === value;
  const options = optionsOf(element);
  return value === undefined || options.length === 0 || options.some((option) => option['value'] === value);
}

export function hasAction(blocks: readonly Block[], actionId: string): boolean {
  return flatBlocks(blocks).some((block) =>
    elementsOf(block).some((element) => element['action_id'] === actionId),
  );
}

/** The one element the target means; a clear refusal when it is not there or not one. */
export function findElement(blocks: readonly Block[], target: ClickTarget, where: string): Found {
  const all = flatBlocks(blocks).flatMap((block) => elementsOf(block).map((element) => ({ block, element })));
  const named = all.filter(
    ({ block, element }) =>
      element['action_id'] === target.actionId &&
      (target.blockId === undefined || block['block_id'] === target.blockId),
  );
  const fitting = named.filter(({ element }) => fits(element, target.value));
  const [first] = fitting;
  if (!first) {
    const there = all.map(({ element }) =>
      [element['action_id'], element['value']].filter(Boolean).join('='),
    );
    const wanted = [target.actionId, target.value].filter((part) => part !== undefined).join('=');
    throw new DriverError(
      `There is no ${wanted} in ${where}; there are: ${there.join(', ') || 'no actions'}`,
    );
  }
  // Two buttons that say the same are one to whoever hears of the click.
  const sayTheSame = fitting.every(
    ({ element }) => element['type'] === 'button' && element['value'] === first.element['value'],
  );
  if (fitting.length > 1 && !sayTheSame)
    throw new DriverError(
      `${fitting.length} elements in ${where} fit ${target.actionId}; name a value or a block`,
    );
  return first;
}
