/** What a metric's fields prove and contradict about it. */
import type { Catalog, Metric } from '../catalog.ts';
import { type Claim, statement } from './claims.ts';
import {
  decisiveNeedsOf,
  directionText,
  needsText,
  needText,
  phaseText,
  traitStatements,
} from './metric-predicates.ts';
import { bounds } from './metric-range.ts';

export function metricClaims(metric: Metric, catalog: Catalog): Claim[] {
  return [
    ...directionClaims(metric),
    ...phaseClaims(metric),
    ...boundClaims(metric),
    ...traitClaims(metric),
    ...needClaims(metric, catalog.all('metric')),
  ];
}

function directionClaims(metric: Metric): Claim[] {
  const { direction } = metric;
  if (direction !== 'higher' && direction !== 'lower') return [];
  const says = { higher: 'Higher values are better.', lower: 'Lower values are better.' };
  const opposite = direction === 'higher' ? 'lower' : 'higher';
  const why = statement(directionText(metric));
  return [{ aspect: 'direction', truth: says[direction], falsehood: says[opposite], why }];
}

function phaseClaims(metric: Metric): Claim[] {
  const { phase, family } = metric;
  // Latency and throughput are measured in load tests too.
  if (phase === 'both' || family === 'system') return [];
  const says = {
    offline: 'It is computed offline, on logged or held-out data.',
    online: 'It is measured online, on the live system.',
  };
  const opposite = phase === 'offline' ? 'online' : 'offline';
  const why = statement(phaseText(metric));
  return [{ aspect: 'phase', truth: says[phase], falsehood: says[opposite], why }];
}

function boundClaims({ range }: Metric): Claim[] {
  const why = `Its values go from ${bounds(range)}.`;
  const isNegative = range.min === null || range.min < 0;
  const low = { never: 'Its value can never be negative.', can: 'Its value can be negative.' };
  const claims = [
    {
      aspect: 'least value',
      truth: isNegative ? low.can : low.never,
      falsehood: isNegative ? low.never : low.can,
      why,
    },
  ];
  // Up to 100 may be a mere rescaling of up to 1.
  const isPlain = range.unit === undefined && (range.max === null || range.max <= 1);
  if (!isPlain) return claims;
  const isOpen = range.max === null;
  const high = { never: 'Its value can never exceed 1.', can: 'Its value can exceed 1.' };
  const truth = isOpen ? high.can : high.never;
  const falsehood = isOpen ? high.never : high.can;
  return [...claims, { aspect: 'greatest value', truth, falsehood, why }];
}

function traitClaims(metric: Metric): Claim[] {
  return traitStatements(metric).map(({ trait, truth, falsehood }) => ({
    // Sensitive to outliers and robust to them are two answers to one question.
    aspect: trait.replace(/-(?:sensitive|robust)$/, ''),
    truth: statement(truth),
    falsehood: statement(falsehood),
    why: statement(truth),
  }));
}

/** Needs of its own, and those of metrics of its family that it has not. */
function needClaims(metric: Metric, all: readonly Metric[]): Claim[] {
  const own = decisiveNeedsOf(metric);
  const family = all.filter((other) => other.family === metric.family);
  const others = [...new Set(family.flatMap(decisiveNeedsOf))].filter(
    (need) => !own.includes(need),
  );
  const why = `It is computed from ${needsText(metric)}.`;
  const says = (need: Metric['needs'][number]) =>
    `It cannot be computed without ${needText(need)}.`;
  if (own.length === 0) {
    return others.map((need) => ({
      aspect: 'needs',
      truth: `It can be computed without ${needText(need)}.`,
      falsehood: says(need),
      why,
    }));
  }
  return own.map((need, index) => {
    const other = others[index % Math.max(1, others.length)];
    return { aspect: 'needs', truth: says(need), falsehood: other && says(other), why };
  });
}
