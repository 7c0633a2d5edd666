/**
 * What people of the field say for one another. A group of signals that holds one of the first
 * terms of a line is also heard by the others, so that a case need not list them all.
 */
const families = `
imbalance, imbalanced, class imbalance | unbalanced, skewed, rare, few positives, mostly negative
downsample, undersample, class weights, class weight, resample | subsample, oversample, smote, reweight, upweight, focal loss, sample negatives, thin the negatives, keep 1 in
split by time, time split, temporal split, time-based split, chronological split | time order, train on the past, train on past, train on older, test on later, test on newer, test on the latest, test on the last, following day, following week, next day, next week, latest week, last week, out of time
real time, real-time, synchronous, inline | at request time, on request, request path, while the user waits
nightly, daily job, offline job | batch, every hour, hourly, precompute, precomputed, ahead of time
fallback, fall back, degrade | circuit breaker, times out, timeout, goes offline, unavailable
canary, shadow, gradual rollout, phased rollout | staged rollout, shadow mode, small percentage, percent of traffic, 1% of traffic, 5% of traffic, ramp, ramp up
rollback, roll back, revert | previous version, previous model, back to the old, switch back, undo the release
a/b test, ab test, a/b | experiment, randomized test, control group, treatment group
trade-off, trade-offs, tradeoff, tradeoffs, trade off | traded, gave up, give up, in exchange for, at the cost of, at the price of, sacrifice, costs us
next step, next steps | next would, next i would, with more time, had more time, roadmap, future work, later i would
to sum up, summary, recap, in short | summarize, to conclude, in conclusion, in summary, to recap, all in all, end to end
guardrail, guardrails | must not get worse, must not drop, must not worsen, no worse, counter metric, do no harm
privacy, gdpr | pii, personal data, ccpa, consent, anonymize, deletion on request, delete on request
drift, distribution shift, data drift | distribution changes, distributions change, shifts over time, psi
retrain, retraining | fine-tune, finetune, refit, update the model, incremental training, warm start
calibration, calibrate, calibrated | isotonic, platt, temperature scaling, reliability diagram, calibration plot
training-serving skew, train-serve skew, train/serve skew, logged features, log features | logged at serving, logged at request time, log at serving, same feature code, same definition, one definition, same pipeline, training and serving see the same
point-in-time, point in time | as of the request, as of the event, at that moment, no future information, future leakage, leakage
latency budget, budget | time budget, ms for, slack
interference, spillover, network effect | contaminate, contamination, leak between, move to the other, move to the control, shared by both arms, sutva, treatment affects control
holdout, hold-out, holdback, long-term holdout | held back, hold back, kept on the old, long-term control
position bias, presentation bias | position effect, rank bias, top slots, top position, higher positions, first row
propensity, ips, ipw | inverse propensity, propensities, randomized order, position as a feature, position feature, swap, swapped
feedback loop, exposure bias | self-reinforcing, rich get richer, only what was shown, only what we showed, trained on its own
cold start, cold-start | no history, brand new, new users, new items
baseline | start simple, simple model first, as a baseline, v0
slices, slice, by segment, segments | per segment, per slice, broken down, breakdown, subgroup, subgroups, by country, by language, per language, per country
hard negatives | semi-hard, hard-negative mining, mined negatives
in-batch negatives, in-batch | in batch, negatives in the batch, other items in the batch, rest of the batch
approximate nearest neighbor, ann, hnsw, faiss | nearest neighbor, ivf, scann, vector index, vector search, vector database, vector db, knn
two-tower, two tower | dual encoder, user tower, bi-encoder, siamese
cross-entropy, log loss | logistic loss, nll, negative log likelihood
gbdt, boosted trees, gradient boosting, xgboost, lightgbm | catboost, lambdamart, boosting
alert, alerts, alerting | alarm, alarms, page someone, pager, on call, notify
monitor, monitoring | watch, track, dashboard, dashboards
sharded, shard, shards, sharding | partition, partitioned, split over machines, over several machines
replica, replicas, replicate | replicated, copies of the index
quantize, quantized, quantization | int8, product quantization, pq, 8 bit, eight bits, compressed vectors
review queue, human review | reviewers, manual review, analysts, human reviewers, moderators
appeal, appeals | appealed, overturned, overturn rate, reinstated
false positive, false positives, fpr | wrongly, banned unfairly, false bans, false declines, innocent, unfairly
velocity | in the last hour, last 24 h, per hour, last minutes, recent transactions per
propagate, label propagation | graph neural network, gnn, random walk
explain, reason codes, explanations | shap, reasons, explainable, interpretability
`;

export interface Family {
  readonly heads: readonly string[];
  readonly also: readonly string[];
}

export const termFamilies: readonly Family[] = families
  .trim()
  .split('\n')
  .map((line) => {
    const [heads = [], also = []] = line
      .split('|')
      .map((part) => part.split(',').map((term) => term.trim()));
    return { heads, also };
  });
