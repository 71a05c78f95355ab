import type { Figure } from '../figure';
import { planningFigure } from './planning';
import { sweepFigure } from './sweep';

export const FIGURES: readonly Figure[] = [sweepFigure, planningFigure];
