import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { clockTime } from '../../src/core/time.ts';
import { buildDoorway, setClock } from '../helpers/doorway.ts';
import { temporaryDirectory } from '../helpers/pack.ts';
import { keys, type RunningProgram, runInTerminal } from '../helpers/terminal.ts';

const minuteMs = 60_000;
/** What each step takes in this run, in minutes: the first overruns, the rest catch up. */
const minutesTaken = [8, 6, 6, 6, 5, 5, 4];

let doorway = '';
beforeAll(async () => {
  doorway = await buildDoorway();
});

async function enter(program: RunningProgram, line: string): Promise<void> {
  await program.shows(/›\s*$/);
  program.type(line);
  await program.shows(line);
  program.type(keys.enter);
}

function debriefIn(home: string): string {
  const directory = join(home, '.local/share/mlsd/interviews');
  const [file = ''] = readdirSync(directory);
  return readFileSync(join(directory, file), 'utf8');
}

describe('an interview in a terminal', () => {
  test('is walked through all seven steps and ends with a debrief of the time that was taken', async () => {
    const home = temporaryDirectory();
    const clock = setClock(home);
    const program = runInTerminal(['interview', 'feed-ranking'], home, {
      script: doorway,
      env: clock.env,
      rows: 34,
    });
    let elapsedMs = 0;
    for (const [index, minutes] of minutesTaken.entries()) {
      await program.shows(`Step ${index + 1} of 7`);
      await enter(program, `a note for step ${index + 1}`);
      await enter(program, '/check 1');
      await program.shows('[x] 1');
      elapsedMs += minutes * minuteMs;
      clock.set(elapsedMs);
      await enter(program, '/next');
    }
    await program.shows('Framing, 15 of 100');
    program.type('s');
    const { exitCode } = await program.ended();
    expect(exitCode).toBe(0);
    const debrief = debriefIn(home);
    expect(debrief).toMatch(/Define the problem \| +8:00 \| +6:24/);
    expect(debrief).toContain('40:00');
    for (const index of minutesTaken.keys())
      expect(debrief).toContain(`a note for step ${index + 1}`);
  });

  test('shows the time that has passed, what is left and when it will end', async () => {
    const home = temporaryDirectory();
    const clock = setClock(home);
    const program = runInTerminal(['interview', 'feed-ranking'], home, {
      script: doorway,
      env: clock.env,
    });
    await program.shows('step 0:00 of 6:24');
    clock.set(7.4 * minuteMs);
    await program.shows('step 7:24 of 6:24');
    expect(program.screen()).toMatch(/total 7:24 of 40:00/);
    expect(program.screen()).toMatch(/1:00/);
    program.type(keys.ctrlC);
    const { exitCode } = await program.ended();
    expect(exitCode).toBe(130);
    expect(program.screen()).toContain('--resume');
  });

  test('rings when a minute of the step is left and when it is over', async () => {
    const home = temporaryDirectory();
    const clock = setClock(home);
    const program = runInTerminal(['interview', 'feed-ranking'], home, {
      script: doorway,
      env: clock.env,
    });
    await program.shows('step 0:00 of 6:24');
    const before = program.bells();
    clock.set(5.5 * minuteMs);
    await program.shows('step 5:30 of 6:24');
    await program.rings(1);
    clock.set(6.5 * minuteMs);
    await program.shows('step 6:30 of 6:24');
    await program.rings(2);
    expect([before, program.bells()]).toEqual([0, 2]);
  });

  test('held as a person would: asks, is probed, hears the twist, and all of it is kept', async () => {
    const home = temporaryDirectory();
    const clock = setClock(home);
    const program = runInTerminal(['interview', 'feed-ranking', '--seed', '7'], home, {
      script: doorway,
      env: clock.env,
      rows: 40,
    });
    await program.shows('Step 1 of 7');
    await enter(program, '? how many daily users');
    await program.shows('Interviewer: 500 million daily active users');
    await enter(program, '? what is the name of the CEO');
    await program.shows('State an assumption');
    let elapsedMs = 0;
    const seen = new Set<string>();
    for (let step = 1; step <= 7; step++) {
      await program.shows(`Step ${step} of 7`);
      // Often enough that no bell hides what the interviewer says.
      for (let look = 0; look < 3; look++) {
        elapsedMs += 1.9 * minuteMs;
        clock.set(elapsedMs);
        await program.shows(`total ${clockTime(elapsedMs)} of 40:00`);
        // No key is pressed meanwhile: it is a tick that shows the next second.
        elapsedMs += 1000;
        clock.set(elapsedMs);
        await program.shows(`total ${clockTime(elapsedMs)} of 40:00`);
        const words = [...program.screen().matchAll(/Interviewer: (.{20})/g)].at(-1)?.[1];
        await enter(program, `note ${step}.${look} on engagement`);
        if (words) seen.add(words);
      }
      await enter(program, '/next');
    }
    await program.shows('Framing, 15 of 100');
    program.type('s');
    expect((await program.ended()).exitCode).toBe(0);
    // The answer, three probes or more, and the twist.
    expect(seen.size).toBeGreaterThanOrEqual(4);
    expect(debriefIn(home)).toContain('note 7.2 on engagement');
  }, 90_000);

  test('stopped by Ctrl-Z says how long, and asks whether that time counts', async () => {
    const home = temporaryDirectory();
    const program = runInTerminal(['interview', 'feed-ranking'], home);
    await program.shows('Step 1 of 7');
    await program.shows('step 0:01 of 6:24');
    process.kill(program.pid, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 12_500));
    process.kill(program.pid, 'SIGCONT');
    await program.shows(/stood still for 0:1\d\. The clock waits: does that time count\?/);
    await enter(program, 'n');
    await program.shows('It does not count');
    await program.shows(/step 0:0\d of 6:24/);
    program.type(keys.ctrlC);
    expect((await program.ended()).exitCode).toBe(130);
  });

  test('killed in the middle goes on with its step, notes, ticks and clock', async () => {
    const home = temporaryDirectory();
    const clock = setClock(home);
    const options = { script: doorway, env: clock.env };
    const program = runInTerminal(['interview', 'feed-ranking'], home, options);
    await enter(program, 'share weighs most');
    clock.set(5 * minuteMs);
    await enter(program, '/next');
    await program.shows('Step 2 of 7');
    await enter(program, '/check 2');
    await program.shows('[x] 2');
    clock.set(6 * minuteMs);
    await enter(program, 'labels: one if engaged');
    await program.shows(/6:00 labels: one if engaged/);
    program.kill('SIGKILL');
    await program.ended();

    clock.set(60 * minuteMs);
    const again = runInTerminal(['interview', '--resume'], home, options);
    await again.shows('Step 2 of 7');
    await again.shows('total 6:00 of 40:00');
    expect(again.screen()).toContain('[x] 2');
    expect(again.screen()).toContain('labels: one if engaged');
    await enter(again, '/quit');
    const { exitCode } = await again.ended();
    expect(exitCode).toBe(1);
    expect(debriefIn(home)).toContain('share weighs most');
  });
});
