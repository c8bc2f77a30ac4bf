/* What the numbers mean, in sentences. */
'use strict';

/** "5%" */
SEISM.level = (report) => SEISM.percent(report.alpha);

/** The page's headline. */
SEISM.headline = function (report) {
  const n = report.motifs.length;
  const s = report.significant;
  const from = report.candidates === undefined ? ' in one part of the sequences'
    : ' from ' + SEISM.plural(report.candidates, 'candidate', 'candidates');
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
  const value = motif.statistic === undefined && motif.split ? motif.split.statistic : motif.statistic;
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
    const step = motif.step ? 'p of this step ' + motif.step.text + '. ' : '';
    rows.push({ key: 'list', name: 'List', valid: true, headline: true, log10: Math.log10(motif.list), text: motif.listText || SEISM.p(motif.list),
      detail: motif.kept ? 'kept' : 'not kept',
      sentence: 'Is there anything more, given the motifs before? ' + step + 'The largest such p-value so far decides: motifs are kept while it '
        + 'is at most ' + SEISM.level(report) + ', and the chance of any false motif in the list is then at most that. Report this one.' });
  }
  if (s) {
    rows.push({ key: 'sampled', name: 'Motif', valid: true, headline: !list, log10: Math.log10(s.p), text: s.text.split(' (')[0],
      detail: s.exceeding === 1 ? '' : '± ' + SEISM.number(s.se, 2),
      sentence: 'Given that this very motif was chosen, does it do anything? ' + SEISM.count(s.exceeding) + ' of ' + SEISM.count(s.states)
        + ' phenotypes that select the same motif, yours counted, are associated with it at least as strongly'
        + (s.approximate ? '; approximate, because of the covariates' : '')
        + (s.adaptive ? '; the number of replicates was adapted to the data' : '') + '.'
        + (list && Math.abs(Math.log10(s.p) - Math.log10(motif.list)) > Math.log10(20)
          ? ' The two differ because they ask different questions: this one conditions on the choice of the motif.' : '') });
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
SEISM.isSignificant = (report, motif) => motif.kept;

SEISM.nullWords = function (report) {
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
    + 'adds something to all the others. A motif without its own significance may still be real, if it overlaps another.'],
  ['Several motifs?', 'A motif is kept while the largest step’s p-value so far is at most the level: the chance of any false motif is then at '
    + 'most that. For partial hypotheses Holm’s values do the same.'],
];
