/** Every skill with numbers, by the entry it belongs to. */
import { averagingDrills } from './averaging.ts';
import { confusionDrills } from './confusion.ts';
import { distributionDrills } from './distribution.ts';
import type { NumericDrill } from './drill.ts';
import { experimentDrills } from './experiment.ts';
import { judgedDrills } from './judged.ts';
import { preprocessingDrills } from './preprocessing.ts';
import { probabilityDrills } from './probability.ts';
import { rankingDrills } from './ranking.ts';
import { ratioDrills } from './ratios.ts';
import { forecastDrills, regressionDrills } from './regression.ts';
import { textDrills } from './text.ts';
import { visionDrills } from './vision.ts';

export const numericDrills: readonly NumericDrill[] = [
  ...confusionDrills,
  ...averagingDrills,
  ...regressionDrills,
  ...forecastDrills,
  ...rankingDrills,
  ...probabilityDrills,
  ...visionDrills,
  ...textDrills,
  ...experimentDrills,
  ...distributionDrills,
  ...preprocessingDrills,
  ...ratioDrills,
  ...judgedDrills,
];
