import { describe, expect, test } from 'vitest';
import {
  isDay,
  readSettings,
  settingKeys,
  settingNamed,
  settingTable,
  variableOf,
} from '../../src/core/settings.ts';
import { withSetting } from '../../src/core/settings-edit.ts';

describe('settings', () => {
  test('without a file and an environment are the defaults', () => {
    const { settings, sources, problems } = readSettings(undefined, {});
    expect(settings).toMatchObject({ level: 'senior', minutesPerDay: 15, retention: 0.9 });
    expect(settings.interviewDate).toBeUndefined();
    expect(new Set(Object.values(sources))).toEqual(new Set(['default']));
    expect(problems).toEqual([]);
  });

  test('of the environment win over those of the file, those of the file over the defaults', () => {
    const file = JSON.stringify({ level: 'mid', 'new-per-day': 3, pager: false });
    const { settings, sources } = readSettings(file, { MLSD_LEVEL: 'staff' });
    expect(settings).toMatchObject({ level: 'staff', newPerDay: 3, hasPager: false });
    expect(sources).toMatchObject({ level: 'environment', newPerDay: 'file', color: 'default' });
  });

  test.each([
    ['{', /not a JSON object/],
    ['[1]', /not a JSON object/],
    ['{"levle": "mid"}', /no setting "levle"/],
    ['{"level": "king"}', /level is "king"/],
    ['{"retention": 1.2}', /retention is "1.2"/],
    ['{"minutes-per-day": ""}', /minutes-per-day is ""/],
    ['{"new-per-day": 2.5}', /new-per-day is "2.5"/],
    ['{"interview-date": "2027-02-30"}', /interview-date is "2027-02-30"/],
    ['{"calm": {"a": 1}}', /calm is/],
  ])('of %s are told what is wrong, and the default stands', (text, message) => {
    const { settings, problems } = readSettings(text, {});
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(message);
    expect(settings).toEqual(readSettings(undefined, {}).settings);
  });

  test('in an empty variable are not set', () => {
    expect(readSettings(undefined, { MLSD_LEVEL: '' }).problems).toEqual([]);
  });

  test.each(settingKeys)('%s reads its own default back from a file', (key) => {
    const { name, initial } = settingTable[key];
    expect(settingNamed(name)).toBe(key);
    expect(variableOf(key)).toMatch(/^MLSD_[A-Z_]+$/);
    const text = withSetting('{"theme": 1}', key, initial as never);
    expect(JSON.parse(text)).toEqual({
      theme: 1,
      ...(initial === undefined ? {} : { [name]: initial }),
    });
    expect(readSettings(text, {}).settings[key]).toBe(initial);
  });

  test.each([
    ['2027-01-15', true],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2027-13-01', false],
    ['2027-1-5', false],
    ['tomorrow', false],
  ])('%s is a day: %s', (text, isOne) => {
    expect(isDay(text)).toBe(isOne);
  });
});
