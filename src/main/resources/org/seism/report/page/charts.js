/* ECharts options of the histograms and the QQ plot. */
'use strict';

/** Okabe and Ito's colours, darkened or lightened for contrast; told apart by position and words as well. */
SEISM.palette = (dark) => dark ? {
  ink: '#e9eef4', muted: '#a3b1c0', card: '#18222d', axis: '#4a5a6b', grid: '#26323f', bar: '#71869c', accent: '#ff9d5c',
  blue: '#62b5e5', orange: '#ff9d5c', pale: '#3b5a73',
} : {
  ink: '#15202b', muted: '#55636f', card: '#ffffff', axis: '#b9c3cd', grid: '#e9edf1', bar: '#a3b4c4', accent: '#c2460b',
  blue: '#0072b2', orange: '#c2460b', pale: '#bcd9ea',
};

/** A histogram's outline as a filled step line, whose edges lie exactly where the bins end. */
SEISM.steps = function (edges, counts, colour, name) {
  const data = [[edges[0], 0]];
  counts.forEach((c, i) => data.push([edges[i], c]));
  data.push([edges[counts.length], counts[counts.length - 1]], [edges[counts.length], 0]);
  return { type: 'line', name, step: 'end', symbol: 'none', data, lineStyle: { color: colour, width: 1 },
    areaStyle: { color: colour, opacity: 0.85 }, emphasis: { disabled: true } };
};

SEISM.nullFigure = function (report, motif) {
  const s = motif.sampled;
  const edges = Array.from({ length: s.counts.length + 1 }, (_, i) => s.from + i * s.binWidth);
  const last = edges[edges.length - 1];
  const cut = edges.findIndex((e) => e > s.observed - s.binWidth / 2);
  const pad = 0.04 * (last - s.from);
  const leftHalf = s.observed < (s.from + last) / 2;
  return SEISM.figure({
    title: 'Null distribution', name: motif.name + '-null', height: 280,
    label: 'Histogram of ' + SEISM.count(s.states) + ' absolute partial correlations under the null, from '
      + SEISM.number(s.from) + ' to ' + SEISM.number(last) + '. The observed value, ' + SEISM.number(s.observed) + ', is marked; '
      + SEISM.count(s.exceeding) + ' values are at least as large, the observed one counted.',
    note: 'Phenotypes drawn under the null that select the same motif. At least as strong as observed: '
      + SEISM.count(s.exceeding) + ' of ' + SEISM.count(s.states) + '.',
    option: (palette) => ({
      grid: { left: 8, right: 14, top: 30, bottom: 34, containLabel: true },
      xAxis: { type: 'value', name: '|partial correlation| under the null', min: s.from - pad, max: last + pad, splitLine: { show: false },
        splitNumber: 5, axisLabel: { formatter: (v) => SEISM.number(v, 3), showMinLabel: false, showMaxLabel: false } },
      yAxis: { type: 'value', minInterval: 1, axisLine: { show: false } },
      tooltip: { trigger: 'axis', formatter: (ps) => {
        const bin = Math.min(s.counts.length - 1, Math.max(0, Math.floor((ps[0].axisValue - s.from) / s.binWidth + 1e-9)));
        return SEISM.number(edges[bin]) + ' to ' + SEISM.number(edges[bin + 1]) + '<br>' + SEISM.plural(s.counts[bin], 'replicate', 'replicates');
      } },
      series: [SEISM.steps(edges.slice(0, cut + 1), s.counts.slice(0, cut).concat(cut === 0 ? [0] : []), palette.bar, 'below'),
        SEISM.steps(edges.slice(cut), s.counts.slice(cut), palette.accent, 'at least as large'),
        { type: 'line', data: [[s.observed, 0]], symbol: 'none', markLine: { silent: true, symbol: ['none', 'none'], precision: 12,
          lineStyle: { color: palette.accent, width: 2, type: 'solid' },
          label: { show: true, formatter: 'observed ' + SEISM.number(s.observed, 3), position: 'end', distance: 6,
            color: palette.accent, fontSize: 12, fontWeight: 600, align: leftHalf ? 'left' : 'right' },
          data: [{ xAxis: s.observed }] } }],
    }),
  });
};

/** Where the strong sites begin; in per cent of the length where lengths differ. */
SEISM.positionsFigure = function (report, motif) {
  const d = report.data;
  const lengths = d.values.lengths;
  const equal = lengths.every((l) => l === lengths[0]);
  const starts = motif.values.start;
  const size = equal ? Math.max(1, lengths[0] - motif.width + 1) : 1;
  const perBin = equal ? Math.max(1, Math.ceil(size / 60)) : 0.025;
  const bins = Math.ceil(size / perBin - 1e-9);
  const forward = new Array(bins).fill(0);
  const reverse = new Array(bins).fill(0);
  let shown = 0;
  for (let i = 0; i < starts.length; i++) {
    if (starts[i] > 0 && motif.values.activation(i) > motif.sites.strongAbove) {
      const at = equal ? starts[i] - 1 : (starts[i] - 1) / Math.max(1, lengths[i] - motif.width + 1);
      (motif.values.reverse[i] ? reverse : forward)[Math.min(bins - 1, Math.floor(at / perBin))]++;
      shown++;
    }
  }
  const total = forward.map((f, i) => f + reverse[i]);
  const mode = total.indexOf(Math.max(...total));
  const name = (i) => equal ? (perBin === 1 ? String(i + 1) : (i * perBin + 1) + '–' + Math.min(size, (i + 1) * perBin))
    : SEISM.number(100 * i * perBin) + '–' + SEISM.number(100 * (i + 1) * perBin) + '%';
  const tick = (i) => equal ? String(i * perBin + 1) : SEISM.number(100 * i * perBin);
  return SEISM.figure({
    title: 'Where the sites are', name: motif.name + '-positions', height: 280,
    label: 'Histogram of the start of the best site in ' + SEISM.count(shown) + ' sequences. Most frequent: ' + name(mode) + ', '
      + SEISM.plural(total[mode], 'sequence', 'sequences') + '.',
    note: 'First letter of the best site, for the ' + SEISM.plural(shown, 'sequence', 'sequences') + ' whose best window fits best'
      + (d.bothStrands ? '; positions on the strand as given.' : '.'),
    option: (palette, width) => ({
      grid: { left: 8, right: 14, top: d.bothStrands ? 34 : 18, bottom: 34, containLabel: true },
      legend: d.bothStrands ? { top: 0, right: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: palette.muted } } : undefined,
      xAxis: { type: 'category', name: equal ? 'Position in the sequence' : 'Position in % of the sequence', data: total.map((_, i) => tick(i)),
        axisTick: { alignWithLabel: true }, axisLabel: { interval: Math.ceil(bins / Math.max(2, width / 48)) - 1, showMaxLabel: false } },
      yAxis: { type: 'value', minInterval: 1, axisLine: { show: false } },
      tooltip: { trigger: 'axis', formatter: (ps) => name(ps[0].dataIndex) + ps.map((p) => '<br>' + p.seriesName + ': ' + p.value).join('') },
      series: [
        { type: 'bar', name: d.bothStrands ? 'strand as given' : 'sites', stack: 's', data: forward, barCategoryGap: '12%', itemStyle: { color: palette.blue } },
      ].concat(d.bothStrands ? [{ type: 'bar', name: 'other strand', stack: 's', data: reverse, itemStyle: { color: palette.orange,
        decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: 0.8, color: 'rgba(255,255,255,0.35)' } } }] : []),
    }),
  });
};

/** Observed against expected p-values of many motifs. */
SEISM.qqFigure = function (report) {
  const points = report.motifs.map((m) => ({ rank: m.rank, word: m.consensus, y: -SEISM.headlineP(report, m).log10 }))
    .sort((a, b) => b.y - a.y);
  points.forEach((p, i) => { p.x = -Math.log10((i + 0.5) / points.length); p.named = i < 3; });
  const naive = report.motifs.filter((m) => m.naive).map((m) => -m.naive.log10).sort((a, b) => b - a)
    .map((y, i, all) => [-Math.log10((i + 0.5) / all.length), y]);
  const most = 1.1 * Math.max(points[0].x, points[0].y, 1.5);
  return SEISM.figure({
    title: 'Quantile–quantile plot of the p-values', name: 'SEISM-qq', height: 360,
    label: 'Observed against expected p-values of ' + points.length + ' motifs. Smallest: motif ' + points[0].rank + ', '
      + SEISM.p(undefined, -points[0].y) + '.',
    note: 'Points on the line are what motifs without any effect would give; points above it are smaller p-values than that. '
      + 'Diamonds: the naive test, which leaves the line even where there is nothing' + (naive.some((n) => n[1] > most) ? ' (some are beyond the plot).' : '.'),
    option: (palette) => ({
      grid: { left: 30, right: 24, top: 16, bottom: 38, containLabel: true },
      xAxis: { type: 'value', splitLine: { show: false }, name: 'expected  −log₁₀ p', min: 0, max: Math.ceil(10 * points[0].x + 1) / 10, axisLabel: { showMaxLabel: false } },
      yAxis: { type: 'value', name: 'observed  −log₁₀ p', min: 0, max: Math.ceil(10 * most) / 10, axisLabel: { showMaxLabel: false } },
      tooltip: { formatter: (p) => p.data.word ? 'motif ' + p.data.rank + ' ' + SEISM.escape(p.data.word) + '<br>p = ' + SEISM.p(undefined, -p.data.value[1]) : '' },
      series: [
        { type: 'line', symbol: 'none', silent: true, data: [[0, 0], [most, most]], clip: true, lineStyle: { color: palette.axis, type: 'dashed' } },
        { type: 'scatter', name: 'naive', silent: true, symbol: 'diamond', symbolSize: 9, data: naive, clip: true,
          itemStyle: { color: 'transparent', borderColor: palette.muted, borderWidth: 1.2 } },
        { type: 'scatter', name: 'selective', symbolSize: 11, data: points.map((p) => ({ value: [p.x, p.y], rank: p.rank, word: p.word, named: p.named })),
          itemStyle: { color: palette.blue }, label: { show: true, position: 'left', distance: 8, color: palette.ink, fontSize: 11.5, formatter: (p) => p.data.named ? p.data.word : '' },
          labelLayout: { hideOverlap: true } },
      ],
    }),
  });
};
