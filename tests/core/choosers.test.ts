import { describe, expect, test } from 'vitest';
import {
  metricChoosers,
  metricsByTrait,
  modelChoosers,
  modelsByData,
  numbersToKnow,
  rolloutChooser,
} from '../../src/core/choosers.ts';
import { shippedCatalog } from '../helpers/knowledge.ts';

const catalog = shippedCatalog();

describe('the choosers', () => {
  test('have every metric and model of a domain exactly once', () => {
    for (const [choosers, field] of [
      [metricChoosers(catalog), 'metrics'],
      [modelChoosers(catalog), 'models'],
    ] as const) {
      const listed = choosers.flatMap(({ rows }) => rows.map(({ entry }) => entry.id));
      const inDomains = catalog
        .all('domain')
        .flatMap((domain) => domain[field].map(({ id }) => id));
      expect([...listed].sort()).toEqual([...new Set(inDomains)].sort());
    }
  });

  test('say only what stands in the fields of the entries', () => {
    const rows = [
      ...metricChoosers(catalog).flatMap((chooser) => chooser.rows),
      ...modelChoosers(catalog).flatMap((chooser) => chooser.rows),
      ...rolloutChooser(catalog),
    ];
    const said = rows.flatMap(({ entry, when, instead }) => [
      entry.useWhen.includes(when),
      ...instead.map((each) =>
        entry.lookAlikes.some(({ chooseThisWhen }) => chooseThisWhen === each.when),
      ),
    ]);
    expect(said.length).toBeGreaterThan(500);
    expect(said).not.toContain(false);
  });

  test('cut to some of each group keep every group of a domain', () => {
    const [recommendation] = metricChoosers(catalog, { perGroup: 2 }).filter(
      ({ domain }) => domain.id === 'recommendation',
    );
    const groups = recommendation?.domain.metrics.filter(({ id }) =>
      recommendation.rows.some(({ entry }) => entry.id === id),
    );
    expect(groups?.map(({ group }) => group)).toEqual([
      'Recommendation',
      'Recommendation',
      'Ranking',
      'Ranking',
      'Online',
      'Online',
    ]);
  });

  test('of rollouts know canary, shadow, blue-green and the A/B test', () => {
    const ids = rolloutChooser(catalog).map(({ entry }) => entry.id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'canary-release',
        'shadow-deployment',
        'blue-green-deployment',
        'ab-testing',
      ]),
    );
  });

  test('put a metric under each trait that it has, and a model under its data', () => {
    const rankAware = metricsByTrait(catalog).find(({ trait }) => trait === 'rank-aware');
    expect(rankAware?.metrics.map(({ id }) => id)).toContain('ndcg');
    const tabular = modelsByData(catalog).find(({ kind }) => kind === 'tabular');
    const placed = tabular?.models.flat().map(({ id }) => id);
    expect(placed).toContain('gradient-boosting');
    expect(new Set(placed).size).toBe(placed?.length);
  });

  test('name one number of each of so many topics of an area', () => {
    const counts = new Map<string, number>();
    for (const { topic } of numbersToKnow(catalog, 2)) {
      counts.set(topic.area, (counts.get(topic.area) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThan(8);
    expect(Math.max(...counts.values())).toBe(2);
  });
});
