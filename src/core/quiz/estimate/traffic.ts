/** Requests, machines and bytes on the wire. */
import { slip } from '../slip.ts';
import { bytes, Derivation, given, rate, secondsADay, things } from './derive.ts';
import type { EstimateDrill } from './drill.ts';

const perSecond = things('a second');
const requestsASecond = { dimension: 'count', name: 'requests a second' } as const;

const qps: EstimateDrill = {
  id: 'qps',
  name: 'Requests a second',
  asks: 'average and peak load from daily users',
  entry: 'topic/real-time-inference',
  answers: [50, 1e6],
  draw(random) {
    const users = given(random.pick([1, 2, 5, 10, 20, 50, 100, 300]) * 1e6, things('users'));
    const each = given(random.pick([5, 10, 20, 30, 50]), things('requests'));
    const peak = given(random.pick([2, 3, 4, 5]));
    const paper = new Derivation();
    const daily = paper.product('A day', things('requests'), [users, each]);
    const average = paper.product('On average', perSecond, [daily], [secondsADay]);
    const result = paper.product('At the peak', perSecond, [average, peak]);
    return {
      situation: `An app has ${users.text} a day; each makes ${each.text} a day. The peak is ${peak.text} times the average.`,
      question: 'How many requests a second come at the peak?',
      unit: requestsASecond,
      measure: things('requests a second'),
      result,
      lines: paper.lines,
      slips: [
        slip(average.exact, 'That is the average: multiply by the factor of the peak.'),
        slip(average.exact * 24, 'You divided by the seconds of an hour: a day has 86,400.'),
      ],
      aloud: `A day has about 10^5 seconds, so ${average.text} on average; I size for the peak, ${result.text}.`,
    };
  },
};

const servers: EstimateDrill = {
  id: 'servers',
  name: 'Servers',
  asks: 'machines for a peak load from the CPU time of a request',
  entry: 'topic/autoscaling',
  answers: [10, 5000],
  draw(random) {
    const load = given(random.pick([2, 5, 10, 20, 50, 100]) * 1e3, things('requests a second'));
    const work = random.pick([5, 10, 20, 50]);
    const cores = given(random.pick([8, 16, 32, 64]), things('cores'));
    const busy = random.pick([50, 60, 70]);
    const paper = new Derivation();
    const seconds = { ...given(work / 1000), text: `${work} ms`, roughText: `${work} ms` };
    const used = paper.product('Busy cores', things('cores'), [load, seconds]);
    const usable = { ...given(busy / 100), text: `${busy} %`, roughText: `${busy} %` };
    const result = paper.product('Servers', things(''), [used], [cores, usable]);
    return {
      situation: `A ranking service gets ${load.text} at the peak. A request takes ${work} ms of CPU time; a server has ${cores.text} and may be ${busy} % busy.`,
      question: 'How many servers does it take?',
      unit: { dimension: 'count', name: 'servers' },
      measure: things('servers'),
      result,
      lines: paper.lines,
      slips: [
        slip(used.exact, 'That is the number of busy cores: divide by the cores of a server.'),
        slip(
          load.exact / (1000 / work) / cores.exact,
          'You left no headroom: servers are not run at 100 %.',
        ),
      ],
      aloud: `Load times time per request gives busy cores (Little's law); with headroom that is about ${result.text} servers, plus spares for a zone that fails.`,
    };
  },
};

const bandwidth: EstimateDrill = {
  id: 'bandwidth',
  name: 'Bandwidth',
  asks: 'outgoing traffic from load and size of a response',
  entry: 'topic/cdn',
  answers: [1e8, 1e11],
  draw(random) {
    const users = given(random.pick([5, 10, 20, 50, 100]) * 1e6, things('users'));
    const views = given(random.pick([10, 20, 50, 100]), things('images'));
    const size = given(random.pick([50, 100, 200, 500]) * 1e3, bytes);
    const paper = new Derivation();
    const daily = paper.product('A day', bytes, [users, views, size]);
    const result = paper.product('A second', rate(bytes, 'a second'), [daily], [secondsADay]);
    return {
      situation: `A photo app has ${users.text} a day; each loads ${views.text} of ${size.text} a day.`,
      question: 'What is the average outgoing traffic, in GB a second?',
      unit: { dimension: 'bytes', name: 'GB a second' },
      measure: rate(bytes, 'a second'),
      result,
      lines: paper.lines,
      slips: [slip(8 * result.exact, 'Those are gigabits: eight of them are a gigabyte.')],
      aloud: `On average ${result.text}, so eight times that in bits; a CDN should carry most of it, and the peak is a few times higher.`,
    };
  },
};

const featureReads: EstimateDrill = {
  id: 'feature-reads',
  name: 'Feature-store reads',
  asks: 'lookups a second from load, candidates and cache',
  entry: 'topic/feature-store',
  answers: [1e4, 1e8],
  draw(random) {
    const load = given(random.pick([1, 2, 5, 10, 20]) * 1e3, things('requests a second'));
    const candidates = given(random.pick([100, 200, 500, 1000]), things('candidates'));
    const hit = random.pick([50, 80, 90]);
    const missed = {
      ...given((100 - hit) / 100),
      text: `${100 - hit} %`,
      roughText: `${100 - hit} %`,
    };
    const paper = new Derivation();
    const all = paper.product('Item rows wanted', perSecond, [load, candidates]);
    const result = paper.product('Past the cache', perSecond, [all, missed]);
    return {
      situation: `A ranker gets ${load.text} and scores ${candidates.text} each. Every candidate needs its row of features; a local cache answers ${hit} %.`,
      question: 'How many rows a second does the feature store serve?',
      unit: { dimension: 'count', name: 'rows a second' },
      measure: things('rows a second'),
      result,
      lines: paper.lines,
      slips: [
        slip(all.exact, 'You forgot the cache: only what misses it reaches the store.'),
        slip(
          (all.exact * hit) / 100,
          'That is what the cache answers: the rest reaches the store.',
        ),
        slip(load.exact, 'Every request reads a row for each of its candidates.'),
      ],
      aloud: `Fan-out, not request rate, sizes the store: ${result.text} after the cache, read in batches, one call a request and shard.`,
    };
  },
};

export const trafficDrills: readonly EstimateDrill[] = [qps, servers, bandwidth, featureReads];
