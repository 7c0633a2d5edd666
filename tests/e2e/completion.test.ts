/** Completion as it happens in the shells themselves; one that is not installed is skipped. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../helpers/knowledge.ts';
import { temporaryDirectory } from '../helpers/pack.ts';
import { runInTerminal } from '../helpers/terminal.ts';

const bashCompletion = '/usr/share/bash-completion/bash_completion';

function isInstalled(shell: string): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

/** A home with mlsd on the path, and files in it. */
function homeWith(files: Readonly<Record<string, string>>) {
  const home = temporaryDirectory();
  mkdirSync(join(home, 'bin'));
  symlinkSync(join(repository, 'bin/mlsd.js'), join(home, 'bin', 'mlsd'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
  const PATH = `${join(home, 'bin')}:${join(process.execPath, '..')}:${process.env.PATH}`;
  return { home, env: { PATH, MLSD_DATA_DIR: join(home, 'data') } };
}

describe('completion in a real shell', () => {
  test.skipIf(!isInstalled('bash') || !existsSync(bashCompletion))(
    'bash completes an entry after its kind (needs bash and bash-completion)',
    async () => {
      const rc = `. ${bashCompletion}\n. <(mlsd completion bash)\nPS1='ready> '\n`;
      const { home, env } = homeWith({ rc });
      const shell = runInTerminal(['--noprofile', '--rcfile', join(home, 'rc')], home, {
        command: 'bash',
        env,
      });
      await shell.shows('ready>');
      shell.type('mlsd metric calib\t');
      await shell.shows('mlsd metric calib');
      shell.type('\u0015mlsd metric ndc\t');
      await shell.shows('mlsd metric ndcg');
      shell.type('\u0015mlsd config set lev\t');
      await shell.shows('mlsd config set level');
      expect(shell.screen()).not.toContain('command not found');
    },
  );

  test.skipIf(!isInstalled('zsh'))(
    'zsh completes an entry after its kind (needs zsh)',
    async () => {
      const zshrc = `autoload -Uz compinit && compinit -u\n. <(mlsd completion zsh)\nPS1='ready> '\n`;
      const { home, env } = homeWith({ '.zshrc': zshrc });
      const shell = runInTerminal(['-i'], home, { command: 'zsh', env: { ...env, ZDOTDIR: home } });
      await shell.shows('ready>');
      shell.type('mlsd metric ndc\t');
      await shell.shows('mlsd metric ndcg');
      shell.type('\u0015mlsd quiz --kind fill\t');
      await shell.shows('mlsd quiz --kind fill-in');
      expect(shell.screen()).not.toContain('command not found');
    },
  );

  test.skipIf(!isInstalled('fish'))(
    'fish offers an entry after its kind, with its summary (needs fish)',
    () => {
      const { home, env } = homeWith({});
      const script = 'mlsd completion fish | source; complete -C "mlsd metric ndc"';
      const printed = execFileSync('fish', ['--no-config', '-c', script], {
        encoding: 'utf8',
        cwd: home,
        env: { ...process.env, ...env, HOME: home },
      });
      expect(printed).toMatch(/^ndcg\tNDCG: /m);
    },
  );
});
