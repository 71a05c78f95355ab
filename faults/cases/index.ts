import type { Case } from '../case';
import { CLOCKS } from './clocks';
import { DATABASES } from './databases';
import { PEOPLE } from './people';
import { PROCESSES } from './processes';
import { SLACK } from './slack';

/** Every way in which things are let go wrong. */
export const CASES: readonly Case[] = [...PROCESSES, ...DATABASES, ...SLACK, ...PEOPLE, ...CLOCKS];
