import { describe, expect, test } from 'vitest';
import { manualOf } from '../../src/build/manual.ts';
import { commandNames } from '../../src/commands/names.ts';

const hidden = ['help', 'complete'];

describe('the manual', () => {
  const page = manualOf('1.2.3');

  test('begins with its title and the version, without a date', () => {
    expect(page).toMatch(/^\.TH "MLSD" "1" "" "1\.2\.3" "mlsd manual"\n/);
  });

  test.each(commandNames.filter((name) => !hidden.includes(name)))(
    'describes %s with its examples',
    (name) => {
      const section = page.split(/^\.SS /m).find((part) => part.startsWith(`"mlsd ${name}`));
      expect(section).toContain(`  mlsd ${name === 'lookup' ? 'lookup' : name}`);
    },
  );

  test('holds no command that is hidden', () => {
    expect(page).not.toContain('mlsd complete --');
  });

  test('lets no line of prose be taken for a request of roff', () => {
    const requests = page.match(/^[.'][A-Za-z]+/gm) ?? [];
    expect([...new Set(requests)].sort()).toEqual(
      ['.IP', '.P', '.RE', '.RS', '.SH', '.SS', '.TH', '.fi', '.nf'].sort(),
    );
  });
});
