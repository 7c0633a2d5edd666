/** Everyday words and the field's words for the same; each line is a group. */
import { stems } from './words.ts';

const groups = `
picture photo photograph image
movie film video clip
song music audio sound
speech voice spoken audio talk
phone mobile device edge smartphone embedded
customer user client visitor buyer shopper subscriber member
buy purchase conversion order checkout
basket cart order
leave churn cancel quit attrition unsubscribe lose
return retention come back
money revenue income earn profit dollar monetary
price cost expensive cheap bill budget spend pay
fast quick speed latency slow millisecond delay
wait latency delay response
machine server node worker computer host
crash die outage fail break down
accelerator gpu hardware
ram memory
night nightly batch precomputed overnight daily
live realtime online production serving
hide hidden shadow mirror invisible unseen
percent percentage share fraction proportion rate
small tiny compact compress lightweight little
big large huge massive
teach teacher student distill
trick jailbreak attack injection manipulate fool adversarial
insult offensive toxic hateful abusive harmful rude
invent hallucinate fabricate unsupported madeup untrue
lie false wrong untrue hallucinate
document passage article page text
chunk piece split cut segment
wrong incorrect error mistake noisy false
strange unusual anomaly abnormal weird suspicious odd outlier
rare imbalance minority infrequent scarce uncommon
few little small scarce limited
popular head popularity blockbuster
alike similar redundant same identical
different diverse variety distinct
surprise serendipity unexpected novelty pleasant
reorder rerank ranking order sort
ranker ranking
guess prediction predict
discount coupon promotion incentive treatment voucher
persuade treatment uplift incremental effect cause
experiment test trial
chance random significance luck noise
affect influence interfere interference spillover
page call pager alert notify oncall wake
watch monitor observe track follow
worse degrade decay drop decline deteriorate drift stale
disappear fade vanish decay wear
new fresh unseen recent
old previous past historical legacy earlier
future later leak ahead
delete erase forget removal
law gdpr regulation compliance legal
private privacy personal sensitive confidential
explain interpretable reason why explanation transparent justify
fair fairness equal equitable discriminate
prejudice bias unfair discriminate
woman man gender race group protected ethnic
label annotate annotation tag
annotator rater labeler human crowd
empty missing null blank absent nan
column feature variable field attribute
row record sample example instance
table tabular structured spreadsheet
tune hyperparameter search knob setting
forecast predict demand
season seasonality holiday calendar
repeat naive baseline
again repeat cache
range interval quantile bound
sure confident certain trust calibrated reliable uncertain
overconfident calibration sure
friend social graph network
word term keyword token
meaning semantic sense
question query ask
answer reply response
chatbot assistant chat bot dialog conversation
make generate produce create write synthesize
translate translation multilingual
camera vision image
car vehicle autonomous
doctor patient medical disease diagnosis clinical sick hospital
bank credit loan fraud finance
fraud transaction suspicious
house home property apartment
news article feed story
outline segment mask pixel contour shape
nearest neighbor closest
vector embedding
group cluster segment
finish end complete conclude
begin start first
rollback revert undo
release deploy rollout launch ship
traffic request load
idle utilization waste
retrain update refresh renew
often frequency cadence schedule
agree agreement concordance consistent
anonymous session
description metadata content
year historical backfill
version lineage provenance reproducible trace
bounding box
hundred thousand million
regulator audit compliance
bill invoice cost
shrink compress quantization prune
quality good score
compare comparison versus
choose select pick
combine merge fusion blend ensemble
noise noisy corrupted dirty
dirty invalid corrupted malformed
duplicate repeat copy
share split fraction
hour day week month
count number poisson
grade graded rating star
first top rank
click engagement tap
read watch view consume
boring repetitive monotonous diversity
bubble diversity narrow
mobile app application
city location geographic region
advertisement ad campaign sponsored
email mail spam
website page site
safe safety guardrail harmful
secret private leak
hack attack security adversarial
scale grow scaling growth
crowd load traffic
storage store disk
remember memory memorize
learn train fit
overfit memorize generalize
simple baseline easy
complex nonlinear complicated
interaction cross combination pair
sequence order history
shape size
unknown unseen new
stuck converge plateau
explode vanish gradient
guarantee bound constraint
goal objective target
conflict tradeoff competing
rough approximate coarse
exact precise
hard difficult
film movie
tumor organ lesion medical scan
radiologist doctor expert
wiki handbook manual knowledge
card gpu accelerator
morning nightly daily batch
disaster burn outage failure
garbage nonsense wrong
convincing realistic real
repair maintenance
engine machine device equipment
competitor rival churn
picture drawing sketch
meeting call recording audio
lawyer legal court
rise increase grow climb
fall decrease decline shrink
sentence phrase text
book item product
shop store retail merchant seller
supplier upstream source
boss manager stakeholder
team company business
holiday christmas seasonal
hospital clinic patient
applicant candidate applied
refuse reject deny decline turned
grant approve accept
subscription subscriber plan
flight hotel travel booking
delivery courier arrival eta
driver rider taxi ride
player game gaming
student school course
job recruiter resume hiring
street road pedestrian traffic
satellite map aerial
factory defect inspection
energy power electricity consumption
weather rain temperature
stock inventory warehouse
ship deliver release
bot assistant agent chat
angry complaint complain unhappy
satisfied happy satisfaction
rude toxic offensive
stolen theft fraud
password credential secret
country region market language
german french english translation
child adult age demographic
skin face race
slow late lag delay latency
stuck freeze hang timeout
empty zero nothing none
full exhausted overloaded overload
repeat duplicate again
copy plagiarism duplicate
similarity lookalike resemblance similar
weird wild extreme outlier
guideline instruction prompt
obey follow comply
summary shorten condense brief
title headline banner
comment post message
follower follow friend
half fifty percent
twice double increase
`;

let table: Map<string, Set<string>> | undefined;

/** The stems that may stand for this one. */
export function synonymsOf(stem: string): readonly string[] {
  table ??= readGroups();
  return [...(table.get(stem) ?? [])];
}

function readGroups(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const group of groups.trim().split('\n')) {
    const members = stems(group);
    for (const member of members) {
      const others = found.get(member) ?? new Set();
      for (const other of members) if (other !== member) others.add(other);
      found.set(member, others);
    }
  }
  return found;
}
