/**
 * The blocks of the README that stand under a comment with a command are what that command prints.
 * `npm run docs` writes them anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { testContext } from './helpers/context.ts';
import { repository } from './helpers/knowledge.ts';
import { temporaryDirectory } from './helpers/pack.ts';

const path = join(repository, 'README.md');
const block = /<!-- mlsd (.*) -->\n```\n([\s\S]*?)```/g;

async function printed(command: string): Promise<string> {
  const dataDirectory = temporaryDirectory();
  const context = await testContext({ env: { LANG: 'C.UTF-8' }, dataDirectory });
  await main(command.split(' '), context);
  return context.stdout.trimEnd();
}

test('each block of the README is what the program prints', async () => {
  const text = readFileSync(path, 'utf8');
  let renewed = text;
  for (const [whole, command = ''] of text.matchAll(block)) {
    const fresh = `<!-- mlsd ${command} -->\n\`\`\`\n${await printed(command)}\n\`\`\``;
    renewed = renewed.replace(whole, () => fresh);
  }
  if (process.env.UPDATE_DOCS) writeFileSync(path, renewed);
  const expected = process.env.UPDATE_DOCS ? renewed : text;
  expect([...text.matchAll(block)].length).toBeGreaterThanOrEqual(4);
  expect(renewed).toBe(expected);
});
