/**
 * Every fact of the reference guide stands in the knowledge base, in its right place.
 * fixtures/inventory.json lists the facts; fixtures/coverage/*.yaml say for each which entry
 * and field states it, with an excerpt that a reader can judge.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Entry, Kind } from '../../src/core/catalog.ts';
import { main } from '../../src/main.ts';
import { testContext } from '../helpers/context.ts';
import { repository, shippedCatalog } from '../helpers/knowledge.ts';

interface Fact {
  readonly id: string;
  readonly section: string;
  readonly subsection?: string;
  readonly entity: string;
  readonly fact: string;
}

interface Row {
  readonly fact: string;
  readonly in: string;
  readonly at: string;
  readonly says: string | readonly string[];
}

const fixtures = join(repository, 'tests', 'fixtures');
const inventory = JSON.parse(readFileSync(join(fixtures, 'inventory.json'), 'utf8')) as Fact[];
const coverage = new Map(
  readdirSync(join(fixtures, 'coverage')).map((file) => [
    file,
    parse(readFileSync(join(fixtures, 'coverage', file), 'utf8')) as Row[],
  ]),
);
const rows = [...coverage.values()].flat();
const catalog = shippedCatalog();
const factOf = new Map(inventory.map((fact) => [fact.id, fact]));

function find(place: string): Entry | typeof catalog.framework {
  const [kind, id] = place.split('/') as [Kind | 'framework', string];
  const found = kind === 'framework' ? catalog.framework : catalog.get(kind, id);
  if (!found) throw new Error(`there is no ${place}`);
  return found;
}

/** All the text at a slash path; an element of a list is named by its id, name or step. */
function textAt(value: unknown, path: readonly string[]): string[] {
  const [key, ...rest] = path;
  if (key === undefined) return stringsIn(value);
  if (Array.isArray(value)) {
    const item = value.find((each) => [each.id, each.name, each.step, each.decision].includes(key));
    if (item === undefined) throw new Error(`nothing in the list is called "${key}"`);
    return textAt(item, rest);
  }
  const next = (value as Record<string, unknown> | undefined)?.[key];
  if (next === undefined) throw new Error(`there is no field "${key}"`);
  return textAt(next, rest);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(stringsIn);
  return [String(value)];
}

const excerpts = ({ says }: Row): readonly string[] => (typeof says === 'string' ? [says] : says);
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Where the guide puts a fact: the domain, the step or the area that its section stands for. */
const domainOfSection: Record<string, string> = {
  Regression: 'regression',
  Classification: 'classification',
  NLP: 'nlp',
  'Computer Vision': 'computer-vision',
  'Recommendation & Ranking': 'recommendation',
  Retrieval: 'retrieval',
};
const areasOfSection: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^Feature Engineering/, ['feature-engineering']],
  [/^Training: Model store/, ['model-store']],
  [/^Training:/, ['training']],
  [/^Inference & Deployment: Serving/, ['inference']],
  [/^Inference & Deployment/, ['deployment', 'experiments']],
  [/^Cold Start/, ['cold-start']],
  [/^Scaling: General/, ['scaling']],
  [/^Scaling: ML/, ['training', 'scaling']],
  [/^Monitoring/, ['monitoring']],
  [/^Updates/, ['updates']],
];

function isInPlace(fact: Fact, place: string): boolean {
  const entry = find(place);
  const { section } = fact;
  const domain = domainOfSection[section];
  if (domain) {
    if (place === `domain/${domain}`) return true;
    return 'domains' in entry && entry.domains.includes(domain);
  }
  const step = /^Framework: Step (\d)/.exec(section);
  if (step) return 'number' in entry && entry.number === Number(step[1]);
  const areas = areasOfSection.find(([pattern]) => pattern.test(section))?.[1];
  if (areas) return 'area' in entry && areas.includes(entry.area);
  if (section === 'Online Metrics') return 'phase' in entry && entry.phase !== 'offline';
  if (/^(Introduction|Framework: Overview|Bonus Topics)$/.test(section)) {
    return place === 'framework/framework';
  }
  return /^Worked Example/.test(section) && place === 'case/feed-ranking';
}

describe('the facts of the guide', () => {
  test('there are 501 of them, and each is covered by exactly one row', () => {
    const covered = rows.map(({ fact }) => fact).filter((fact) => factOf.has(fact));
    expect(inventory).toHaveLength(501);
    expect(inventory.map(({ id }) => id).filter((id) => !covered.includes(id))).toEqual([]);
    expect(covered.filter((fact, index) => covered.indexOf(fact) !== index)).toEqual([]);
  });

  test.each([...coverage.keys()])(
    '%s: each excerpt stands in the field that its row names',
    (file) => {
      const missing = (coverage.get(file) ?? []).flatMap((row) => {
        const texts = textAt(find(row.in), row.at.split('/')).map(flat);
        return excerpts(row)
          .filter((excerpt) => !texts.some((text) => text.includes(flat(excerpt))))
          .map((excerpt) => `${row.fact}: "${excerpt}" is not in ${row.in} ${row.at}`);
      });
      expect(missing).toEqual([]);
    },
  );

  test('each stands in the entry, the domain, the area or the step that the guide puts it in', () => {
    const misplaced = rows
      .filter((row) => factOf.has(row.fact))
      .filter((row) => !isInPlace(factOf.get(row.fact) as Fact, row.in))
      .map((row) => `${row.fact} (${factOf.get(row.fact)?.section}) is in ${row.in}`);
    expect(misplaced).toEqual([]);
  });

  test('no row rests on an id alone: what it points at is text that is read', () => {
    const unread = rows.filter(({ at }) =>
      /(^|\/)(id|see|domains|topics|metrics\/[^/]+\/id)$/.test(at),
    );
    expect(unread).toEqual([]);
  });

  test('an excerpt says enough to be judged', () => {
    const short = rows
      .filter((row) => flat(excerpts(row).join(' ')).length < 12)
      .map((row) => `${row.fact}: ${excerpts(row).join(' ')}`);
    expect(short).toEqual([]);
  });
});

describe('what a reader sees of the facts', () => {
  test.each(['json', 'markdown'])('sheet --all --format %s shows every excerpt', async (format) => {
    const context = await testContext();
    await main(['sheet', '--all', '--format', format], context);
    const shown = readable(context.stdout, format);
    const hidden = rows.flatMap((row) =>
      excerpts(row)
        .map((excerpt) => readable(excerpt, 'text'))
        .filter((excerpt) => !shown.includes(excerpt))
        .map((excerpt) => `${row.fact}: ${excerpt}`),
    );
    expect(hidden).toEqual([]);
  });
});

/** Text without the signs of its format: Markdown escapes, JSON quotes. */
function readable(text: string, format: string): string {
  const plain = format === 'json' ? stringsIn(JSON.parse(text)).join('\n') : text;
  const unescaped = format === 'markdown' ? plain.replace(/&#x([0-9A-F]+);/g, codePoint) : plain;
  return unescaped.replace(/[\\*`_]/g, '').replace(/\s+/g, ' ');
}

function codePoint(_: string, hex: string): string {
  return String.fromCodePoint(Number.parseInt(hex, 16));
}
