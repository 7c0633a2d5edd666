/** Every drill of estimation, in the order in which they are listed. */
import type { EstimateDrill } from './drill.ts';
import { servingDrills } from './serving.ts';
import { storageDrills } from './storage.ts';
import { trafficDrills } from './traffic.ts';
import { trainingDrills } from './training.ts';

export const estimateDrills: readonly EstimateDrill[] = [
  ...trafficDrills,
  ...storageDrills,
  ...servingDrills,
  ...trainingDrills,
];
