import { describe, expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { ascii } from '../../src/view/ascii.ts';
import { testContext } from '../helpers/context.ts';
import { shippedCatalog } from '../helpers/knowledge.ts';

describe('ascii', () => {
  test.each([
    ['MSE = (1/n) · Σ (yᵢ − ŷᵢ)²', 'MSE = (1/n) * sum (y_i - y^_i)^2'],
    ['√(p(1 − p)) ≤ ½', 'sqrt(p(1 - p)) <= 1/2'],
    ['log₂(i + 1), i = 1…K', 'log2(i + 1), i = 1...K'],
    ['aᵢ₊₁ and x⁻¹', 'a_i+1 and x^-1'],
    ['α, λ‖w‖₂ → ∞', 'alpha, lambda||w||2 -> inf'],
    ['naïve café, Mølmer', 'naive cafe, Molmer'],
    ['a line that was c…\nnext', 'a line that was...\nnext'],
    ['日本', '??'],
    ['plain', 'plain'],
    ['\u001b[1mbold…\u001b[22m', '\u001b[1mbold...\u001b[22m'],
  ])('%s → %s', (text, expected) => {
    expect(ascii(text)).toBe(expected);
  });

  test('leaves no sign of the knowledge base without a likeness', () => {
    const text =
      JSON.stringify(shippedCatalog().all('metric')) +
      JSON.stringify(shippedCatalog().all('topic'));
    const lost = [...new Set(text)].filter((sign) => ascii(sign).includes('?') && sign !== '?');
    expect(lost).toEqual([]);
  });
});

describe('a terminal without Unicode', () => {
  const inC = { env: { LC_ALL: 'C' } };

  test.each([
    [['metric', 'ndcg', '--full']],
    [['compare', 'ndcg', 'map']],
    [['compute', 'ndcg', '--relevance', '3,2,0', '--k', '3']],
    [['sheet', 'ranking']],
    [['--help']],
    [['quiz', '--preview', '--count', '5', '--seed', '1']],
  ])('%j prints ASCII alone', async (argv) => {
    const context = await testContext(inC);
    expect(await main(argv, context)).toBe(0);
    expect(context.stdout).toMatch(/^\p{ASCII}+$/u);
  });

  test('gets JSON as it is', async () => {
    const context = await testContext(inC);
    await main(['metric', 'mse', '--json'], context);
    expect(JSON.parse(context.stdout).formula.text).toContain('Σ');
  });
});
