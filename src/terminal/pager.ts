/** Long text through the person's pager, as git does it. */
import { spawn } from 'node:child_process';

/** MLSD_PAGER, then PAGER, then less; an empty value or "cat" means none. */
export function pagerCommand(
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const command = env.MLSD_PAGER ?? env.PAGER ?? 'less';
  return command === '' || command === 'cat' ? undefined : command;
}

/** Resolves when the pager is closed; without a pager that starts, the text is written as it is. */
export async function showInPager(text: string): Promise<void> {
  const command = pagerCommand(process.env);
  if (command === undefined || !(await page(command, text))) process.stdout.write(text);
}

function page(command: string, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    const pager = spawn(command, {
      shell: true,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { LESS: 'FRX', LV: '-c', ...process.env },
    });
    pager.on('error', () => resolve(false));
    pager.on('close', (code) => resolve(code !== 127 && code !== 126));
    pager.stdin.on('error', () => {});
    pager.stdin.end(text);
  });
}
