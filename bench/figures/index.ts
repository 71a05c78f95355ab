import type { Figure } from '../figure';
import { clickFigure } from './click';
import { decidingFigure, previewFigure } from './deciding';
import { deliveryFigure } from './delivery';
import { planningFigure } from './planning';
import { queriesFigure } from './queries';
import { startFigure } from './start';
import { sweepFigure } from './sweep';

/** Every figure, in the order of the report. */

export const FIGURES: readonly Figure[] = [
  clickFigure,
  sweepFigure,
  planningFigure,
  deliveryFigure,
  queriesFigure,
  startFigure,
  decidingFigure,
  previewFigure,
];
