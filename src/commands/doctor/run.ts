import type { Context } from '../../context.ts';
import { type ExitCode, exitCodes } from '../../errors.ts';
import { renderFindings } from '../../view/doctor.ts';
import { checks } from './checks.ts';

export async function runDoctor(
  { isJson }: { readonly isJson: boolean },
  context: Context,
): Promise<ExitCode> {
  const { io } = context;
  const findings = [];
  for (const [id, { name, look }] of Object.entries(checks)) {
    findings.push({ id, name, ...(await look(context)) });
  }
  if (isJson) io.out(`${JSON.stringify({ checks: findings }, null, 2)}\n`);
  else io.out(renderFindings(findings, { width: io.width, paint: io.paint }));
  const isWell = findings.every(({ status }) => status !== 'problem');
  return isWell ? exitCodes.done : exitCodes.failed;
}
