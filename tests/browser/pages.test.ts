/** Pages as a browser shows and prints them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { debriefOf } from '../../src/core/interview/debrief.ts';
import type { InterviewEvent } from '../../src/core/interview/events.ts';
import { replay } from '../../src/core/interview/session.ts';
import { main } from '../../src/main.ts';
import { debriefDocument } from '../../src/view/debrief.ts';
import { renderHtml } from '../../src/view/render/html/page.ts';
import { catalog, design, guides, plan, setup, startedAt } from '../fixtures/interview/small.ts';
import { testContext } from '../helpers/context.ts';
import { launch, missingBrowser } from './chromium.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

async function sheet(...topics: string[]): Promise<string> {
  const context = await testContext();
  await main(['sheet', ...topics, '--format', 'html'], context);
  return context.stdout;
}

async function debrief(): Promise<string> {
  const lived = [
    { kind: 'note', text: '500 M users, 5 posts each', clockMs: 60_000 },
    { kind: 'check', items: ['problem/users'], isDone: true, clockMs: 120_000 },
    { kind: 'next', clockMs: 450_000 },
    { kind: 'next', clockMs: 700_000 },
    { kind: 'finished', clockMs: 900_000 },
  ].map((event) => ({ ...event, at: startedAt + event.clockMs }) as InterviewEvent);
  const held = debriefOf(setup, replay(plan, lived), guides, { design, level: 'senior' });
  return renderHtml(debriefDocument(held, catalog));
}

const pages = {
  'the sheet of everything': () => sheet('--all'),
  'the sheet on two pages': () => sheet('two-pages'),
  'the sheet for the night before': () => sheet('night-before'),
  'the choosers': () => sheet('choosers'),
  'a domain': () => sheet('retrieval'),
  'a metric': () => sheet('ndcg'),
  'a case': () => sheet('feed-ranking'),
  'a debrief': debrief,
} as const;

/** What a page of any size is asked: its names, order, language, landmarks, lists. */
const structure: RunOptions = {
  runOnly: [
    'document-title',
    'html-has-lang',
    'duplicate-id-aria',
    'heading-order',
    'empty-heading',
    'list',
    'landmark-one-main',
    'skip-link',
    'svg-img-alt',
    'aria-valid-attr-value',
  ],
};

const [narrow, middling, wide] = [360, 768, 1280] as const;

/** Of thousands of cards like those of the other pages axe would measure the colors for minutes. */
function auditsOf(name: string) {
  const isHuge = name === 'the sheet of everything' || name === 'the choosers';
  return isHuge
    ? ([['light', wide, structure]] as const)
    : ([
        ['light', narrow, {}],
        ['light', wide, {}],
        ['dark', wide, {}],
      ] as const);
}

if (missingBrowser) process.stderr.write(`tests/browser: ${missingBrowser}\n`);

describe.skipIf(missingBrowser)('in Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  async function open(html: string, colorScheme: 'light' | 'dark' = 'light') {
    const page = await browser.newPage({ colorScheme });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => complaints.push(`asked for ${request.url()}`));
    await page.setContent(html);
    return { page, complaints };
  }

  describe.each(Object.entries(pages))('%s', (name, make) => {
    let html: string;
    beforeAll(async () => {
      html = await make();
    }, 60_000);

    test('shows without a complaint, asks for nothing and never scrolls sideways', async () => {
      const { page, complaints } = await open(html);
      for (const width of [narrow, middling, wide]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await contentWidth(page)).toBeLessThanOrEqual(width);
      }
      expect(complaints).toEqual([]);
      await page.close();
    }, 60_000);

    test.each(auditsOf(name))(
      'has nothing that axe objects to: %s, %i pixels',
      async (scheme, width, options) => {
        const { page } = await open(html, scheme);
        await page.setViewportSize({ width, height: 900 });
        expect(await violations(page, options)).toEqual([]);
        await page.close();
      },
      120_000,
    );
  });

  test.each(['A4', 'Letter'] as const)(
    'the sheet on two pages is printed on two pages of %s',
    async (format) => {
      expect(await pageCount(await sheet('two-pages'), format)).toBe(2);
    },
    60_000,
  );

  test.each([
    ['the sheet for the night before', () => sheet('night-before'), 5],
    ['a metric', () => sheet('ndcg'), 1],
    ['a case', () => sheet('feed-ranking'), 7],
  ])(
    '%s is printed on few pages',
    async (_, make, most) => {
      const html = await make();
      for (const format of ['A4', 'Letter'] as const) {
        expect(await pageCount(html, format)).toBeLessThanOrEqual(most);
      }
    },
    60_000,
  );

  test('on paper every card that is not long stands whole in its column', async () => {
    const { page } = await open(await sheet('night-before'));
    await page.emulateMedia({ media: 'print' });
    const styles = await page.$$eval('.whole, li, tr', (elements) =>
      elements.map((each) => each.computedStyleMap().get('break-inside')?.toString()),
    );
    expect(styles.length).toBeGreaterThan(50);
    expect(new Set(styles)).toEqual(new Set(['avoid']));
    await page.close();
  }, 60_000);

  async function pageCount(html: string, format: 'A4' | 'Letter'): Promise<number> {
    const { page } = await open(html);
    const pdf = await page.pdf({ format });
    await page.close();
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }
});

function contentWidth(page: Page): Promise<number> {
  return page.$eval('html', ({ scrollWidth }) => scrollWidth);
}

/** What axe adds to a page. */
interface Axe {
  readonly axe: { run(options: RunOptions): Promise<AxeResults> };
}

async function violations(page: Page, options: RunOptions): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(
    (given) => (globalThis as unknown as Axe).axe.run(given),
    options,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
