import { activation } from './activation';
import { autoRefreshScale } from './autoRefreshScale';
import { clicks } from './clicks';
import { idle } from './idle';
import type { Measure } from './measure';
import { roundTrips } from './roundTrips';
import { sizes } from './sizes';
import { tlsSessions } from './tlsSessions';
import { tree } from './tree';
import { warmHttp } from './warmHttp';
import { warmHttps } from './warmHttps';

/** All that is measured, in the order in which it is. */
export const measures: readonly Measure[] = [
  sizes,
  tlsSessions,
  warmHttp,
  roundTrips,
  autoRefreshScale,
  warmHttps,
  activation,
  clicks,
  tree,
  idle,
];
