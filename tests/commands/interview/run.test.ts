import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InterviewOptions } from '../../../src/commands/interview/options.ts';
import { runInterview } from '../../../src/commands/interview/run.ts';
import { CancelledError, UsageError, UserError } from '../../../src/errors.ts';
import { type History, openHistory } from '../../../src/history/history.ts';
import type { LiveScreen } from '../../../src/terminal/prompts/prompts.ts';
import { catalog, startedAt } from '../../fixtures/interview/small.ts';
import { type TestContext, testContext } from '../../helpers/context.ts';
import { choose, live, type ScriptedAnswer, scriptedPrompts } from '../../helpers/prompts.ts';

const defaults: InterviewOptions = {
  words: [],
  minutes: undefined,
  plan: undefined,
  seed: undefined,
  prompt: undefined,
  step: undefined,
  count: 5,
  level: undefined,
  isCalm: false,
  isResume: false,
  isList: false,
  isPreview: false,
  isJson: false,
};

let directory: string;
let history: History;
let now: number;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'mlsd-interview-'));
  now = startedAt;
  history = openHistory(directory, { now: () => now, monotonic: () => now });
});

afterEach(() => {
  history.close();
  rmSync(directory, { recursive: true });
});

interface Ran {
  readonly context: TestContext;
  readonly code: number | undefined;
  readonly error: unknown;
}

async function run(
  options: Partial<InterviewOptions>,
  script: readonly ScriptedAnswer[] = [],
  {
    tty = true,
    env = {},
    isRealClock = false,
  }: { tty?: boolean; env?: Record<string, string>; isRealClock?: boolean } = {},
): Promise<Ran> {
  const prompts = scriptedPrompts(script);
  const context = await testContext({
    tty,
    env: { NO_COLOR: '1', ...env },
    catalog,
    prompts,
    history: () => history,
    dataDirectory: directory,
    now: () => now,
    isRealClock,
  });
  try {
    const code = await runInterview({ ...defaults, ...options }, context);
    prompts.finish();
    return { context, code, error: undefined };
  } catch (error) {
    if (!(error instanceof UserError || error instanceof Killed)) throw error;
    return { context, code: undefined, error };
  }
}

const wait = (seconds: number) => {
  now += seconds * 1000;
};

/** Enters lines, half a minute apart, until the screen is over. */
function typing(...lines: string[]): ScriptedAnswer {
  return live((screen) => {
    for (const line of lines) {
      wait(30);
      const { end } = screen.enter(line);
      if (end) return end.value;
    }
    throw new CancelledError();
  });
}

/** Leaves as a killed process does: without a word. */
class Killed extends Error {}

function killedAfter(sit: (screen: LiveScreen<unknown>) => void): ScriptedAnswer {
  return live((screen) => {
    sit(screen);
    throw new Killed();
  });
}

const parking = { words: ['parking'] };

describe('--preview', () => {
  test('--json gives the case and a plan that adds up', async () => {
    const { context, code } = await run(
      { ...parking, isPreview: true, isJson: true, seed: 7 },
      [],
      { tty: false },
    );
    expect(code).toBe(0);
    expect(JSON.parse(context.stdout)).toEqual({
      case: 'parking',
      name: 'Parking finder',
      prompt: 'Design a system that finds a free parking spot in a large city.',
      planId: 'framework',
      plan: [
        { step: 'problem', name: 'The problem', budgetSeconds: 360 },
        { step: 'data', name: 'Data and 日本語 labels', budgetSeconds: 300 },
        { step: 'wrap-up', name: 'Wrap-up', budgetSeconds: 240 },
      ],
      floatSeconds: 0,
      totalSeconds: 900,
      seed: 7,
    });
  });

  test.each([
    [{ plan: 'quick' }, [300, 240], 60],
    [{ plan: 'quick', minutes: 20 }, [600, 480], 120],
    [{ minutes: 30 }, [741, 530, 529], 0],
  ])('%j', async (options, budgets, float) => {
    const { context } = await run({ ...parking, ...options, isPreview: true, isJson: true });
    const { plan, floatSeconds } = JSON.parse(context.stdout);
    expect(plan.map(({ budgetSeconds }: { budgetSeconds: number }) => budgetSeconds)).toEqual(
      budgets,
    );
    expect(floatSeconds).toBe(float);
  });

  test('as text shows the prompt and the plan, and starts nothing', async () => {
    const { context } = await run({ ...parking, isPreview: true }, [], { tty: false });
    expect(context.stdout).toMatch(/Design a system/);
    expect(context.stdout).toMatch(/Together +15:00/);
    expect(history.interviews.latest(1)).toEqual([]);
  });

  test('without a case it says what to name', async () => {
    const { error } = await run({ isPreview: true });
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UserError).hint).toContain('--list');
  });
});

describe('the case', () => {
  test.each(['parking', 'Parking finder', 'find a parking spot', 'parkng'])(
    'is found as "%s"',
    async (name) => {
      const { context } = await run({ words: name.split(' '), isPreview: true, isJson: true });
      expect(JSON.parse(context.stdout).case).toBe('parking');
    },
  );

  test('that is unknown fails with what comes near', async () => {
    const { error } = await run({ words: ['xyzzy'], isPreview: true });
    expect(error).toMatchObject({ exitCode: 1, message: 'no case is called "xyzzy".' });
    expect((error as UserError).hint).toContain('parking');
  });

  test('and so does an unknown plan', async () => {
    const { error } = await run({ ...parking, plan: 'quik', isPreview: true });
    expect(error).toMatchObject({ exitCode: 1, hint: 'Nearest: quick.' });
  });

  test('is chosen from the list when none is named', async () => {
    const { code } = await run({}, [choose('Parking finder'), typing('/quit')]);
    expect(code).toBe(1);
    expect(history.interviews.latest(1)[0]?.setup.caseId).toBe('parking');
  });
});

test('--list names cases and plans, also in a pipe', async () => {
  const text = await run({ isList: true }, [], { tty: false });
  expect(text.context.stdout).toMatch(/parking: Parking finder[\s\S]*quick: Quick/);
  const json = await run({ isList: true, isJson: true }, [], { tty: false });
  expect(JSON.parse(json.context.stdout)).toMatchObject({
    cases: [{ id: 'parking' }],
    plans: [{ id: 'quick', totalMinutes: 10 }],
  });
});

test.each([{}, { isResume: true }, parking])(
  'in a pipe %j says which flags to use',
  async (options) => {
    const { error } = await run(options, [], { tty: false });
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UserError).hint).toMatch(/--preview.*--list/);
  },
);

describe('an interview', () => {
  test('that is walked through is finished, with a debrief in a file', async () => {
    const { context, code } = await run(parking, [
      typing('500 M users', '/check 1', '/next', 'clicks', '/next', '/next'),
    ]);
    expect(code).toBe(0);
    const path = join(directory, 'interviews', '2026-02-03-parking.md');
    expect(context.stdout).toContain(`Debrief: ${path}`);
    expect(context.stdout).toMatch(/The problem +6:00 +1:30/);
    const debrief = readFileSync(path, 'utf8');
    expect(debrief).toContain('**Outcome:** finished');
    expect(debrief).toContain('- `0:30` 500 M users');
    expect(debrief).toContain('| Wrap-up | 0:30 | 4:00 |');
  });

  test('that is quit is stopped, and its exit code says so', async () => {
    const { code } = await run(parking, [typing('/quit')]);
    expect(code).toBe(1);
    expect(history.interviews.latest(1)[0]?.outcome).toBe('stopped');
  });

  test('a second debrief of the same day does not overwrite the first', async () => {
    await run(parking, [typing('first', '/quit')]);
    await run(parking, [typing('second', '/quit')]);
    expect(readdirSync(join(directory, 'interviews'))).toEqual([
      '2026-02-03-parking-2.md',
      '2026-02-03-parking.md',
    ]);
  });

  test('keeps everything on Ctrl-C and says how to go on', async () => {
    const { error } = await run(parking, [typing('a note')]);
    expect(error).toMatchObject({ exitCode: 130, hint: 'Continue it: mlsd interview --resume' });
    expect(existsSync(join(directory, 'interviews'))).toBe(false);
    expect(history.interviews.unfinished()?.clockMs).toBe(30_000);
  });

  test('has every event on disk before the screen shows it', async () => {
    await run(parking, [
      killedAfter((screen) => {
        wait(10);
        screen.enter('500 M users');
        const other = openHistory(directory, { now: () => now, monotonic: () => now });
        const stored = other.interviews.unfinished();
        other.close();
        expect(stored?.events.at(-1)).toMatchObject({ kind: 'note', clockMs: 10_000 });
        expect(screen.frame({ width: 80, height: 30 }).join('\n')).toContain('500 M users');
      }),
    ]);
  });

  test('shows nothing that could not be stored', async () => {
    const { error } = await run(parking, [
      live((screen) => {
        history.close();
        expect(() => screen.enter('lost')).toThrow();
        expect(screen.frame({ width: 80, height: 30 }).join('\n')).not.toContain('lost');
        history = openHistory(directory, { now: () => now, monotonic: () => now });
        throw new Killed();
      }),
    ]);
    expect(error).toBeInstanceOf(Killed);
  });
});

describe('--resume', () => {
  test('goes on after a kill with notes, ticks and the clock as they were', async () => {
    await run(parking, [
      killedAfter((screen) => {
        wait(60);
        screen.enter('500 M users');
        screen.enter('/check 1');
        screen.enter('/next');
        for (let second = 0; second < 30; second++) {
          wait(1);
          screen.tick();
        }
      }),
    ]);
    wait(3600);
    let frame = '';
    const { code } = await run({ isResume: true }, [
      live((screen) => {
        frame = screen.frame({ width: 80, height: 40 }).join('\n');
        wait(30);
        screen.enter('/next');
        return screen.enter('/next').end?.value;
      }),
    ]);
    expect(code).toBe(0);
    expect(frame).toContain('Step 2 of 3');
    expect(frame).toContain('step 0:30 of 5:00 · total 1:30 of 15:00');
    expect(frame).toContain(' 1:00 500 M users');
    expect(frame).toContain(
      'Continued at 1:30. The 1 h when the program was not running do not count.',
    );
    const debrief = readFileSync(join(directory, 'interviews', '2026-02-03-parking.md'), 'utf8');
    expect(debrief).toContain('Together 2:00 of 15:00');
    expect(debrief).toContain('1 h when the program was not running');
  });

  test('of an interview left in a pause is still in the pause', async () => {
    await run(parking, [typing('/pause')]);
    wait(600);
    let frame = '';
    await run({ isResume: true }, [
      live((screen) => {
        wait(60);
        frame = screen.frame({ width: 80, height: 40 }).join('\n');
        return screen.enter('/quit').end?.value;
      }),
    ]);
    expect(frame).toMatch(/PAUSED · step 0:30/);
  });

  test('twice is as good as once', async () => {
    await run(parking, [typing('one')]);
    await run({ isResume: true }, [typing('two')]);
    const { code } = await run({ isResume: true }, [typing('three', '/quit')]);
    expect(code).toBe(1);
    const notes = history.interviews
      .find(history.interviews.latest(1)[0]?.setup.id ?? '')
      ?.events.filter(({ kind }) => kind === 'note')
      .map(({ clockMs }) => clockMs);
    expect(notes).toEqual([30_000, 60_000, 90_000]);
  });

  test('without an unfinished interview says how to start one', async () => {
    const { error } = await run({ isResume: true });
    expect(error).toMatchObject({ exitCode: 1, hint: 'Start one: mlsd interview CASE' });
  });
});

describe('the live screen', () => {
  async function sit(sitting: (screen: LiveScreen<unknown>) => void, env = {}): Promise<Ran> {
    return await run(parking, [killedAfter(sitting)], { env });
  }

  test('rings once at a minute left, once in overtime, once when time is up', async () => {
    const rings: [number, string | undefined][] = [];
    await sit((screen) => {
      for (let second = 1; second <= 1000; second++) {
        wait(1);
        const { ringsBell, lines } = screen.tick();
        if (ringsBell) rings.push([second, lines[0]]);
      }
    });
    expect(rings).toEqual([
      [300, 'One minute left in this step.'],
      [360, "This step's time is over."],
      [900, 'The time of the interview is over.'],
    ]);
  });

  test('does not ring again for a step that one goes back to', async () => {
    let count = 0;
    await sit((screen) => {
      wait(400);
      if (screen.tick().ringsBell) count += 1;
      screen.enter('/next');
      screen.enter('/back');
      wait(1);
      if (screen.tick().ringsBell) count += 1;
    });
    expect(count).toBe(1);
  });

  test('shows the same frame until a second has passed', async () => {
    await sit((screen) => {
      const size = { width: 80, height: 30 };
      const frame = screen.frame(size);
      expect(screen.untilTick()).toBe(1000);
      now += 400;
      expect(screen.untilTick()).toBe(600);
      expect(screen.frame(size)).toEqual(frame);
      now += 600;
      expect(screen.frame(size)).not.toEqual(frame);
    });
  });

  test('in a pause shows the same frame for ever', async () => {
    await sit((screen) => {
      const size = { width: 80, height: 30 };
      screen.enter('/pause');
      const frame = screen.frame(size);
      wait(5000);
      expect(screen.tick().ringsBell).toBeFalsy();
      expect(screen.frame(size)).toEqual(frame);
    });
  });

  test('says in words what a plain terminal needs to know', async () => {
    const said: string[] = [];
    await sit((screen) => {
      said.push(...screen.enter('a note').lines);
      said.push(...screen.enter('/check 2a').lines);
      wait(60);
      said.push(...screen.enter('/next').lines);
      said.push(...screen.enter('/time').lines);
    });
    expect(said).toEqual([
      'Noted at 0:00.',
      '2. Name the needs. (1 of 2 ticked)',
      '   2a. What it must do. (ticked)',
      '   2b. How fast. (open)',
      '',
      'Step 2 of 3: Data and 日本語 labels.',
      'Goal: Reach the goal of Data and 日本語 labels.',
      'Checklist:',
      '1. The only point of Data and 日本語 labels. (open)',
      'Data and 日本語 labels: step 0:00 of 5:00, 5:00 left in it; total 1:00 of 15:00; 5:00 ahead; finish 10:00.',
      'Data and 日本語 labels: step 0:00 of 5:00, 5:00 left in it; total 1:00 of 15:00; 5:00 ahead; finish 10:00.',
    ]);
  });

  test('in plain mode begins with the prompt and the first step in words', async () => {
    const { context } = await sit(() => {}, { ACCESSIBLE: '1' });
    expect(context.stdout).toMatch(/^Parking finder\nInterviewer: Design a system/);
    expect(context.stdout).toContain('2b. How fast. (open)');
  });
});

describe('the interviewer', () => {
  test('answers a question with its fact, and /facts repeats what was told', async () => {
    const { context } = await run(
      parking,
      [
        live((screen) => {
          const { lines } = screen.enter('? how many drivers');
          expect(lines).toEqual([expect.stringMatching(/^Interviewer: /)]);
          expect(screen.frame({ width: 80, height: 30 }).join('\n')).toMatch(/Interviewer: /);
          expect(screen.enter('? which color is the logo').lines.join()).toMatch(/assumption/);
          expect(screen.enter('/facts').lines).toHaveLength(1);
          return screen.enter('/quit').end?.value;
        }),
      ],
      {},
    );
    expect(context.stdout).toContain('Debrief');
  });

  test('a point that was said aloud is ticked and noted', async () => {
    await run(parking, [
      live((screen) => {
        screen.enter('/say 1 drivers in a city');
        const frame = screen.frame({ width: 80, height: 30 }).join('\n');
        expect(frame).toContain('[x] 1');
        expect(frame).toContain('drivers in a city');
        return screen.enter('/quit').end?.value;
      }),
    ]);
    expect(history.interviews.latest(1)).toHaveLength(1);
  });
});

describe('a gap in time', () => {
  const stopped = (answer: string) =>
    live((screen) => {
      screen.tick();
      wait(180);
      expect(screen.tick()).toMatchObject({
        ringsBell: true,
        lines: [expect.stringMatching(/stood still for 3:00.*y or n/)],
      });
      expect(screen.enter('a note')).toMatchObject({ input: 'a note' });
      screen.enter(answer);
      wait(1);
      expect(screen.frame({ width: 80, height: 30 }).join('\n')).toMatch(
        answer === 'y' ? /total 3:0\d of/ : /total 0:0\d of/,
      );
      return screen.enter('/quit').end?.value;
    });

  test.each(['y', 'n'])('of three minutes is named and asked about: %s', async (answer) => {
    const { error } = await run(parking, [stopped(answer)], { isRealClock: true });
    expect(error).toBeUndefined();
  });

  test('while the clock was stopped anyway is not asked about', async () => {
    await run(
      parking,
      [
        live((screen) => {
          screen.enter('/pause');
          wait(300);
          expect(screen.tick().lines).toEqual([]);
          return screen.enter('/quit').end?.value;
        }),
      ],
      { isRealClock: true },
    );
    expect(history.interviews.latest(1)).toHaveLength(1);
  });
});

describe('modes', () => {
  test('a prompt of one\u2019s own runs on the general checklist', async () => {
    const { context } = await run({ prompt: 'Design a bird finder' }, [
      live((screen) => {
        expect(screen.frame({ width: 80, height: 30 }).join('\n')).toContain(
          'Design a bird finder',
        );
        expect(screen.enter('? how many birds').lines.join()).toMatch(/assumption/);
        return screen.enter('/quit').end?.value;
      }),
    ]);
    expect(context.stdout).toContain('own-prompt');
  });

  test('a step alone is practiced over several cases', async () => {
    const { code, context } = await run({ step: 'data', count: 3 }, [
      live((screen) => {
        expect(screen.frame({ width: 80, height: 30 }).join('\n')).toMatch(/Step 1 of 1/);
        return screen.enter('/next').end?.value;
      }),
    ]);
    expect(code).toBe(0);
    expect(context.stdout).toMatch(/^1 of 1: Parking finder/);
  });

  test.each([
    [{ step: 'dancing' }, /no step is called "dancing"/],
    [{ minutes: 5, words: ['parking'] }, /10 minutes or more/],
    [{ prompt: '  ' }, /--prompt is empty/],
  ])('%j is refused', async (options, message) => {
    const { error } = await run(options);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(message);
  });

  test('in calm mode the clock is hidden until the last minute', async () => {
    await run({ ...parking, isCalm: true }, [
      live((screen) => {
        const frame = () => screen.frame({ width: 80, height: 30 }).join('\n');
        expect(frame()).toContain('The clock is hidden');
        wait(5 * 60 + 10);
        expect(frame()).toMatch(/step 5:10 of 6:00/);
        return screen.enter('/quit').end?.value;
      }),
    ]);
    expect(history.interviews.latest(1)).toHaveLength(1);
  });
});
