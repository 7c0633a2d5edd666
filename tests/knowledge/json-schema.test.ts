import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemaChoices } from '../../src/commands/check/command.ts';
import { jsonSchema, type SchemaName, schemaNames } from '../../src/knowledge/json-schema.ts';
import { main } from '../../src/main.ts';
import { testContext } from '../helpers/context.ts';
import { repository } from '../helpers/knowledge.ts';

const knowledge = join(repository, 'knowledge');
const folders = {
  metric: 'metrics',
  model: 'models',
  topic: 'topics',
  domain: 'domains',
  case: 'cases',
};

function validator(name: SchemaName) {
  return new Ajv({ strict: false, allErrors: true }).compile(jsonSchema(name));
}

describe('the JSON Schema that editors use', () => {
  test.each(Object.entries(folders))('accepts every %s that is shipped', (name, folder) => {
    const validate = validator(name as SchemaName);
    const files = readdirSync(join(knowledge, folder)).filter((file) => file.endsWith('.yaml'));
    const refused = files.filter(
      (file) => !validate(parse(readFileSync(join(knowledge, folder, file), 'utf8'))),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(refused).toEqual([]);
  });

  test.each(['framework', 'plans', 'scorecard'] as const)('accepts %s.yaml', (name) => {
    const text = readFileSync(join(knowledge, `${name}.yaml`), 'utf8');
    expect(validator(name)(parse(text))).toBe(true);
  });

  test('refuses an unknown field, a missing one and a value that is not known', () => {
    const validate = validator('topic');
    validate({ id: 'a', name: 'A', area: 'nowhere', shade: 'dark' });
    const told = JSON.stringify(validate.errors);
    expect(told).toContain('shade');
    expect(told).toContain('summary');
    expect(told).toContain('allowedValues');
  });

  test('there is one for each kind of file, and the check prints it', async () => {
    const context = await testContext();
    await main(['check', '--schema', 'metric'], context);
    expect([...schemaChoices]).toEqual(schemaNames);
    expect(JSON.parse(context.stdout)).toEqual(jsonSchema('metric'));
  });
});
