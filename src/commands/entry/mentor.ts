/** Prints what somebody needs who holds the interview. */
import type { Context } from '../../context.ts';
import { twistMoment } from '../../core/interview/interviewer.ts';
import { type ExitCode, exitCodes, UsageError } from '../../errors.ts';
import { type MentorSheet, mentorDocument } from '../../view/entries/mentor.ts';
import { renderTerminal } from '../../view/render/terminal.ts';
import { findCase, makePlan } from '../interview/choose.ts';

export interface MentorOptions {
  readonly words: readonly string[];
  readonly seed: number | undefined;
  readonly minutes: number | undefined;
  readonly isMarkdown: boolean;
  readonly isJson: boolean;
}

export async function runMentor(options: MentorOptions, context: Context): Promise<ExitCode> {
  const { io } = context;
  if (options.words.length === 0) {
    throw new UsageError(
      '--mentor needs a case.',
      'Name one, as in: mlsd case feed-ranking --mentor',
    );
  }
  const catalog = await context.knowledge();
  const design = findCase(catalog, options.words);
  const plan = makePlan(catalog, undefined, options.minutes);
  const seed = options.seed ?? context.freshSeed();
  const due = twistMoment({ design, seed }, plan.totalMs);
  const twist = due && { id: due.twist.id, atMs: due.atMs };
  const sheet: MentorSheet = { design, plan, seed, twist };
  if (options.isJson) io.out(json(sheet));
  else if (options.isMarkdown) {
    const { renderMarkdown } = await import('../../view/render/markdown.ts');
    io.out(renderMarkdown(mentorDocument(sheet, catalog)));
  } else await io.page(renderTerminal(mentorDocument(sheet, catalog), io));
  return exitCodes.done;
}

function json({ design, plan, seed, twist }: MentorSheet): string {
  const { id, name, prompt, facts, probes, twists, rubric } = design;
  const steps = plan.steps.map(({ step, budgetMs }) => ({ step, budgetSeconds: budgetMs / 1000 }));
  const due = twist && { id: twist.id, atSeconds: twist.atMs / 1000 };
  const value = {
    case: id,
    name,
    prompt,
    seed,
    plan: steps,
    twist: due ?? null,
    facts,
    probes,
    twists,
    rubric,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
