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
    + ' significant at ' + SEISM.level(report) + ' ' + what + '.';
};

SEISM.subline = function (report) {
  const d = report.data;
  const ones = d.binary ? d.values.y.filter((v) => v === d.classes[1]).length : 0;
  const study = SEISM.plural(d.sequences, d.alphabet + ' sequence', d.alphabet + ' sequences')
    + (d.binary ? ' (' + SEISM.count(ones) + ' ' + SEISM.className(report, 1) + ', ' + SEISM.count(d.sequences - ones) + ' '
      + SEISM.className(report, 0) + ')' : '')
    + ', phenotype “' + d.phenotype + '”'
    + (d.covariates.length ? ', adjusted for ' + d.covariates.join(', ') : '') + '.';
  const many = report.motifs.length > 1 ? ' ForwardStop keeps ' + report.forwardStop + ' of ' + report.motifs.length
    + '; ' + report.holmSignificant + ' after Holm’s correction.' : '';
  return study + many;
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
  if (s) {
    const smallest = s.exceeding === 1 ? ', the smallest that ' + SEISM.count(s.replicates) + ' replicates can give' : '';
    rows.push({ key: 'sampled', name: 'Sampled', valid: true, headline: true, log10: Math.log10(s.p), text: SEISM.p(s.p),
      detail: '± ' + SEISM.number(s.se, 2),
      sentence: SEISM.count(s.exceeding) + ' of ' + SEISM.count(s.states) + ' phenotypes drawn under the null that select '
        + 'the same motif are associated with it at least as strongly' + smallest + '. Report this one'
        + (s.approximate ? '; it is approximate here, because residuals are permuted' : '')
        + (s.adaptive ? '; the number of replicates was adapted to the data' : '') + '.' });
  }
  if (motif.exact) {
    rows.push({ key: 'exact', name: 'Exact', valid: true, headline: !s, log10: motif.exact.log10,
      text: SEISM.p(undefined, motif.exact.log10), detail: '',
      sentence: 'Valid after selection too, without random numbers, for gaussian noise. It conditions on more, so it is '
        + 'often weaker for later motifs; it can be smaller than any sampled value.' });
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

SEISM.isSignificant = (report, motif) => SEISM.headlineP(report, motif).log10 <= Math.log10(report.alpha) + 1e-12;

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
  ['What does “selective” mean?', 'The observed association is compared with phenotypes drawn under the null hypothesis '
    + 'that would have selected the same motifs. Among those, the p-value is uniform when the motif has no effect: at 5% '
    + 'one in twenty such motifs is called significant, although the data chose it.'],
  ['Sampled or exact?', 'Both are valid. The sampled one keeps more of the data’s information and is the one to report; it '
    + 'cannot fall below one over the number of replicates. The exact one needs no random numbers, but also conditions on the '
    + 'direction of the residual, which makes it weaker where near-copies of a motif compete.'],
  ['What is tested?', 'Sequential: the motif adds something to the covariates and to the motifs before it. Partial: it '
    + 'adds something to all the others. A motif without its own significance may still be real, if it overlaps another.'],
  ['Several motifs?', 'Holm’s values control the chance of any false motif, the q-values (Benjamini–Hochberg) the share of '
    + 'false ones, ForwardStop says how many to keep in the order of selection.'],
];
