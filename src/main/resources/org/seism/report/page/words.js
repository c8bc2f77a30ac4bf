/* What the numbers mean, in sentences. */
'use strict';

/** "5%" */
SEISM.level = (report) => SEISM.percent(report.alpha);

/** The page's headline. */
SEISM.headline = function (report) {
  const n = report.motifs.length;
  const s = report.kept;
  const from = report.candidates === undefined ? ' in one part of the sequences'
    : ' from ' + SEISM.plural(report.candidates, 'candidate', 'candidates');
  if (report.kind === 'selected') {
    return SEISM.plural(n, 'motif', 'motifs') + ' selected' + from + '; none is tested yet.';
  }
  const what = report.kind === 'split' ? 'in the other part' : 'after selection';
  return SEISM.plural(n, 'motif', 'motifs') + ' selected' + from + '; ' + (s === 0 ? 'none is' : s === 1 ? '1\u00a0is' : s + '\u00a0are')
    + ' kept at ' + SEISM.level(report) + ' ' + what + '.';
};

SEISM.subline = function (report) {
  const d = report.data;
  const ones = d.binary ? d.values.y.filter((v) => v === d.classes[1]).length : 0;
  const study = SEISM.plural(d.sequences, d.alphabet + ' sequence', d.alphabet + ' sequences')
    + (d.binary ? ' (' + SEISM.count(ones) + ' ' + SEISM.className(report, 1) + ', ' + SEISM.count(d.sequences - ones) + ' '
      + SEISM.className(report, 0) + ')' : '')
    + ', phenotype “' + d.phenotype + '”'
    + (d.covariates.length ? ', adjusted for ' + d.covariates.join(', ') : '') + '.';
  return study;
};

SEISM.className = function (report, which) {
  const d = report.data;
  if (d.positiveClass) {
    return which === 1 ? d.positiveClass : 'not ' + d.positiveClass;
  }
  return d.phenotype + '\u00a0=\u00a0' + SEISM.number(d.classes[which], 6);
};

/** Direction of an effect as arrow and words: never by colour alone. */
SEISM.direction = function (report, motif) {
  const value = motif.statistic !== undefined ? motif.statistic : motif.split ? motif.split.statistic : motif.effect;
  const up = value >= 0;
  const what = report.data.binary ? (up ? 'more often ' : 'less often ') + SEISM.className(report, 1)
    : (up ? 'higher ' : 'lower ') + report.data.phenotype;
  return { up, sign: up ? '▲' : '▼', word: up ? 'up' : 'down', text: what, value };
};

/** The p-values of a motif in the order of trust: value, verdict and one sentence on what it means. */
SEISM.pValues = function (report, motif) {
  const rows = [];
  const s = motif.sampled;
  const list = motif.list !== undefined && report.kind === 'sampled';
  if (list) {
    const step = motif.step ? 'p of this step ' + (SEISM.bound(motif.step.text) || SEISM.p(motif.step.p)) + '. ' : '';
    rows.push({ key: 'list', name: 'List', valid: true, headline: true, log10: Math.log10(motif.list), text: SEISM.bound(motif.listText) || SEISM.p(motif.list),
      detail: SEISM.bound(motif.listText) && motif.step ? 'none of ' + SEISM.count(motif.step.replicates) + ' as large' : '',
      sentence: 'Is there anything more, given the motifs before? ' + step + 'The largest such p-value so far decides: motifs are kept while it '
        + 'is at most ' + SEISM.level(report) + ', and the chance of any false motif in the list is then at most that. Report this one.' });
  }
  if (s) {
    rows.push({ key: 'sampled', name: 'Motif', valid: true, headline: !list, log10: Math.log10(s.p), text: SEISM.bound(s.text) || SEISM.p(s.p),
      detail: s.exceeding === 1 ? 'none of ' + SEISM.count(s.replicates) + ' as large' : '± ' + SEISM.number(s.se, 2),
      sentence: 'Given that this very motif was chosen, does it do anything? ' + SEISM.count(s.exceeding) + ' of ' + SEISM.count(s.states)
        + ' phenotypes that select the same motif, yours counted, are associated with it at least as strongly'
        + (s.approximate ? '; approximate, because of the covariates' : '')
        + (s.adaptive ? '; the number of replicates was adapted to the data' : '') + '.' });
  }
  if (motif.exact) {
    rows.push({ key: 'exact', name: 'Closed form', valid: true, headline: !s && !list, log10: motif.exact.log10,
      text: SEISM.p(undefined, motif.exact.log10), detail: 'gaussian noise assumed',
      sentence: 'Without random numbers, for normal noise only. It conditions on more, so it is often weaker for later motifs.' });
  }
  if (motif.split) {
    const same = motif.split.word === motif.consensus || (motif.members[0] && motif.members[0].reverse === motif.split.word);
    rows.push({ key: 'split', name: 'Data split', valid: true, headline: report.kind === 'split', log10: Math.log10(motif.split.p),
      text: SEISM.p(motif.split.p), detail: motif.split.repeats.length > 1 ? motif.split.repeats.length + ' splits' : '',
      sentence: SEISM.percent(report.splitFraction) + ' of the sequences chose the motif, the rest tested it. Valid, but both '
        + 'steps see fewer data' + (same ? '.' : '; this split chose ' + motif.split.word + '.') });
  }
  if (motif.naive) {
    rows.push({ key: 'naive', name: 'Naive', valid: false, headline: false, log10: motif.naive.log10,
      text: SEISM.p(undefined, motif.naive.log10), detail: 'not valid',
      sentence: 'Student’s t-test as if the motif had been known beforehand. Too small, because the same data chose the motif. '
        + 'Do not report it.' });
  }
  return rows;
};

SEISM.headlineP = (report, motif) => SEISM.pValues(report, motif).find((r) => r.headline);

/** The one verdict: kept or not. */
SEISM.isKept = (motif) => motif.kept;

/** A p-value that is as small as the replicates allow, as "≤ 2 × 10⁻⁴"; empty for others. */
SEISM.bound = function (text) {
  const found = /^<= ([\d.e-]+)/.exec(text || '');
  return found ? '≤\u00a0' + SEISM.p(Number(found[1])) : '';
};

/** One sentence where the valid tests of a motif disagree by a factor of 20 or on the verdict, and why. */
SEISM.disagreement = function (report, motif) {
  const rows = SEISM.pValues(report, motif).filter((r) => r.valid);
  const a = Math.log10(report.alpha);
  const low = rows.reduce((m, r) => r.log10 < m.log10 ? r : m, rows[0]);
  // a bound may hide a smaller value, so it can be the smallest, never the largest
  const firm = rows.filter((r) => !r.text.startsWith('≤'));
  const high = firm.reduce((m, r) => r.log10 > m.log10 ? r : m, firm[0]);
  if (rows.length < 2 || !high || !(high.log10 - low.log10 > Math.log10(20) || low.log10 <= a && high.log10 > a)) {
    return null;
  }
  const why = [low, high].find((r) => r.key === 'split') ? 'the data split selects and tests on parts of the sequences'
    + (motif.split.word === motif.consensus ? ', and has less power' : ', and tested ' + motif.split.word)
    : [low, high].find((r) => r.key === 'exact') ? 'the closed form assumes normal noise and conditions on more'
      : 'the list asks whether there is anything more, the motif’s own p-value whether this very motif does something, given that it was chosen';
  return SEISM.el('p', { class: 'flag' }, SEISM.el('strong', {}, 'The tests disagree: '), low.name.toLowerCase() + ' ' + low.text + ', '
    + high.name.toLowerCase() + ' ' + high.text + '; ' + why + '.');
};

SEISM.nullWords = function (report) {
  if (report.kind === 'selected') {
    return '';
  }
  if (report.kind === 'split') {
    return 'data split';
  }
  return (report.nullModel === 'permutation' ? 'permutation null' : 'gaussian null') + ', ' + report.hypothesis + ' hypothesis';
};

/** The section at the end of the page. */
SEISM.readingGuide = [
  ['Why not the ordinary test?', 'The motif was picked because it goes well with this very phenotype. Among thousands of '
    + 'candidates the best one goes well with any phenotype, even a random one. The naive p-value ignores that and is far too small.'],
  ['What do the fair p-values ask?', 'The list: is there anything more in these sequences, given the motifs before? The best association of all '
    + 'candidates is compared with the best one in phenotypes without an effect. The motif: given that this very motif was chosen, does it do '
    + 'anything? Only phenotypes that would have selected the same motif are compared.'],
  ['What is drawn?', 'By default phenotypes are permuted, whatever their law; from the second motif on among sequences that hold the earlier '
    + 'motifs equally well. The gaussian null and its closed form assume normal noise and are not honest for skewed data, counts or classes.'],
  ['What is in the logo?', 'A matrix grown from the word: it describes the motif, is fitted to the data and was never tested.'],
  ['What is tested?', 'Sequential: the motif adds something to the covariates and to the motifs before it. Partial: it '
    + 'adds something to all the others. A motif that is not kept may still be real, if it overlaps another.'],
  ['Several motifs?', 'A motif is kept while the largest step’s p-value so far is at most the level: the chance of any false motif is then at '
    + 'most that. For partial hypotheses Holm’s values do the same.'],
];

/** What warnings and findings lead to; shown where one of them does. */
SEISM.explanations = {
  copies: ['Why do copies matter?', 'The tests take every sequence as a new witness. A copy repeats what another has said: chance patterns of one '
    + 'sequence then look like a rule, and p-values are far too small. Keep one of each.'],
  confounder: ['What is a confounder?', 'If the phenotype goes with length or composition, every word that goes with them goes with the phenotype as well. '
    + 'Such a word is a true association, but no binding site. Adjusting compares sequences of like length or composition.'],
  noise: ['Why does the noise matter?', 'The gaussian null and its closed form take the phenotype for normal noise. For skewed numbers, counts or classes '
    + 'they find too much. The permutation null, which is the default, asks for no such law.'],
  strata: ['What are thin strata?', 'From the second motif on only sequences that hold the earlier motifs equally well are compared. With many motifs and few '
    + 'sequences hardly any are left to compare: p-values stay valid, but say little.'],
  letters: ['What about other letters?', 'A window that holds N or another letter outside the alphabet is skipped, because no word can be read there.'],
  full: ['What was left out?', 'There were more words than the list takes. Those that occur in the fewest sequences were dropped before the phenotype was '
    + 'looked at, so the p-values hold; a rare motif may be among them.'],
  fewer: ['Why fewer motifs?', 'After the motifs above no candidate was left that adds anything.'],
  trained: ['Trained motifs', 'For trained matrices the closed form looks at a grid of angles and is approximate. The sampled p-values are not.'],
  approximate: ['Why approximate?', 'What the covariates do to the phenotype is estimated from the same data. In simulations the error rate stays near the '
    + 'level (0.05 to 0.07 at 0.05).'],
  alike: ['What does “much alike” mean?', 'Few phenotypes select the same motif, and the sampler moves among them slowly, so that its replicates tell '
    + 'less than their number promises. The p-value is valid but known roughly; more thinning or more replicates make it finer. The list’s p-value '
    + 'does not depend on it.'],
  adaptive: ['Adaptive replicates', 'More replicates were drawn until the p-value was known well. That the p-value is exactly valid is proved for a number '
    + 'that is fixed beforehand.'],
  nosplit: ['Why no data split?', 'The data split needs enough sequences in both parts to select in one and test in the other. The other p-values do not '
    + 'depend on it.'],
  norefit: ['Why no joint fit?', 'The joint fit of all motifs is an addition. The p-values do not depend on it.'],
};
